-- What a search showed goes into its index at once: a list of what is still to go in would be worked
-- off every thousand searches or so, by one that holds the head of the chain while all others wait.
alter index audit_shown set (fastupdate = off);
