#!/bin/sh
# Runs one program for the server and ends it cleanly when the server ends, however the server ends.
#
#   watchdog.sh SIGNAL SECONDS SIGNAL SECONDS FOLDER COMMAND...
#
# Standard input is a pipe that only the server holds. When it closes, the first signal goes to the
# program; if the program is still there after so many seconds, the second; then the whole process
# group is killed. The group is killed too when the program ends by itself, so that nothing that it
# started outlives it.
first=$1 first_patience=$2 second=$3 second_patience=$4 folder=$5
shift 5

exec 3<&0 </dev/null
# The folder is the program's, not ours: who works there is taken for a part of the program.
(cd "$folder" && exec "$@" 3<&-) &
program=$!

end_with() {
  kill -s "$1" "$program" 2>/dev/null
  tenths=$(($2 * 10))
  while [ "$tenths" -gt 0 ] && kill -0 "$program" 2>/dev/null; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
}

(
  while read -r _; do :; done <&3
  end_with "$first" "$first_patience"
  end_with "$second" "$second_patience"
  kill -s KILL 0
) &
exec 3<&-

wait "$program"
kill -s KILL 0
