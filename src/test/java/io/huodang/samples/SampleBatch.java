package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.invented.Population;
import io.huodang.samples.Truth.KnownFile;
import io.huodang.samples.Truth.KnownPage;
import io.huodang.samples.forms.FormKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Draws {@code ingest/samples}: what an archive of a county gets in a week, in small. */
final class SampleBatch {
  private static final long SEED = 2026;
  private static final int PEOPLE = 240;

  private final Path out;
  private final Truth truth = new Truth(SEED);
  private final Population population = Population.of(SEED, PEOPLE);
  private final List<Person> colleagues;
  private int drawn;

  private SampleBatch(Path out) {
    this.out = out;
    Map<String, List<Person>> byEmployer =
        population.people().stream()
            .collect(Collectors.groupingBy(person -> person.employer().name()));
    colleagues =
        byEmployer.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
  }

  static void drawInto(Path folder) throws IOException {
    new SampleBatch(folder).draw();
  }

  private void draw() throws IOException {
    folders();
    numbered();
    catalogued();
    single();
    Files.writeString(out.resolve("roster.csv"), Tables.roster(population.people()));
    truth.write(out.resolve("truth.json"));
  }

  /** A folder for each case, as a vendor delivers them. */
  private void folders() throws IOException {
    Person retiree = colleague(person -> person.workStart().getYear() <= 1985, 0);
    String folder = "folders/退休审批-" + retiree.name() + "/";
    jpeg(folder + "0001.jpg", page(FormKind.RETIREMENT, retiree, 2019, false), Damage.CLEAN);
    jpeg(folder + "0002.jpg", page(FormKind.DEEMED_YEARS, retiree, 2018, false), Damage.SKEW);
    int hired = retiree.workStart().getYear();
    jpeg(folder + "0003.jpg", page(FormKind.RECRUITMENT, retiree, hired, true), Damage.WORN);
    jpeg(
        folder + "0004.jpg",
        page(FormKind.WAGE_ADJUSTMENT, retiree, hired + 5, false),
        Damage.SHOW_THROUGH);
    jpeg(folder + "0005.jpg", page(FormKind.IDENTITY_CARD, retiree, 2018, false), Damage.SPECKLE);

    Person injured = colleague(person -> person.birth().getYear() > 1965, 0);
    folder = "folders/工伤-" + injured.name() + "/";
    jpeg(
        folder + "0001.jpg",
        page(FormKind.INJURY_APPLICATION, injured, 2021, false),
        Damage.SEAL_OVER_VALUES);
    jpeg(folder + "0002.jpg", page(FormKind.DIAGNOSIS, injured, 2021, true), Damage.SKEW);
    jpeg(folder + "0003.jpg", page(FormKind.INJURY_DECISION, injured, 2021, false), Damage.DPI200);
    jpeg(
        folder + "0004.jpg",
        page(FormKind.CAPACITY_CONCLUSION, injured, 2022, false),
        Damage.UNEVEN_LIGHT);
    jpeg(
        folder + "0005.jpg",
        page(FormKind.IDENTITY_CARD, injured, 2021, false),
        Damage.QUARTER_TURN);

    Person unemployed = colleague(person -> person.birth().getYear() > 1965, 1);
    folder = "folders/失业金-" + unemployed.name() + "/";
    jpeg(folder + "0001.jpg", page(FormKind.UNEMPLOYMENT, unemployed, 2023, false), Damage.PHONE);
    jpeg(folder + "0002.jpg", page(FormKind.TERMINATION, unemployed, 2023, false), Damage.PHONE);
    jpeg(folder + "0003.jpg", page(FormKind.IDENTITY_CARD, unemployed, 2023, false), Damage.PHONE);

    Person flexible = colleague(person -> person.birth().getYear() > 1965, 2);
    folder = "folders/社保补贴-" + flexible.name() + "/";
    jpeg(folder + "0001.jpg", page(FormKind.SUBSIDY, flexible, 2024, false), Damage.DPI200);
    jpeg(
        folder + "0002.jpg",
        page(FormKind.CONTRIBUTION_VOUCHER, flexible, 2024, false),
        Damage.FAINT);
  }

  /** One file a page: file number and serial. */
  private void numbered() throws IOException {
    String prefix = "numbered/3718-YW·2019-D100-";
    Person one = colleague(person -> person.birth().getYear() > 1965, 3);
    tiff(prefix + "0007-0001.tif", page(FormKind.REGISTRATION, one, 2019, false));
    tiff(prefix + "0007-0002.tif", page(FormKind.IDENTITY_CARD, one, 2019, false));
    Person two = anyone(person -> person.birth().getYear() < 1965, 5);
    jpeg(prefix + "0008-0001.jpg", page(FormKind.RESIDENT_PENSION, two, 2019, true), Damage.DPI200);
    jpeg(prefix + "0008-0002.jpg", page(FormKind.IDENTITY_CARD, two, 2019, false), Damage.DPI200);
    Person three = anyone(person -> person.birth().getYear() > 1970, 9);
    tiff(prefix + "0009-0001.tif", page(FormKind.ACCOUNT_TRANSFER, three, 2019, false));
    tiff(prefix + "0009-0002.tif", page(FormKind.CONTRIBUTION_VOUCHER, three, 2019, false));
  }

  /** One file of several pages an item, and a catalogue that knows one item more. */
  private void catalogued() throws IOException {
    String prefix = "3718-YW·2016-D100-";
    List<String> rows = new ArrayList<>();
    Person first = colleague(person -> person.workStart().getYear() <= 1985, 1);
    rows.add(Tables.catalogueRow(prefix + "0101", "退休审批材料", first, 2016, 3));
    tiff(
        "catalogue/" + prefix + "0101.tif",
        page(FormKind.RETIREMENT, first, 2016, false),
        page(FormKind.DEEMED_YEARS, first, 2016, false),
        page(FormKind.IDENTITY_CARD, first, 2016, false));
    Person second = anyone(person -> person.birth().getYear() > 1965, 12);
    rows.add(Tables.catalogueRow(prefix + "0102", "社会保险参保登记表", second, 2016, 1));
    tiff("catalogue/" + prefix + "0102.tif", page(FormKind.REGISTRATION, second, 2016, true));
    Person third = anyone(person -> person.birth().getYear() < 1960, 3);
    rows.add(Tables.catalogueRow(prefix + "0103", "丧葬抚恤待遇申领材料", third, 2016, 1));
    tiff("catalogue/" + prefix + "0103.tif", page(FormKind.FUNERAL, third, 2016, false));
    Person missing = anyone(person -> person.birth().getYear() < 1970, 15);
    rows.add(Tables.catalogueRow(prefix + "0104", "个人账户转移材料", missing, 2016, 2));
    Files.writeString(out.resolve("catalogue/catalogue.csv"), Tables.catalogue(rows));
  }

  /** What comes over the counter: every file is an item. */
  private void single() throws IOException {
    LocalDate month = LocalDate.of(2025, 3, 12);
    jpeg(
        "single/2025-03-增减变动.jpg",
        list(colleagues.subList(0, Math.min(30, colleagues.size())), month),
        Damage.CLEAN);
    List<Person> others =
        population.people().stream().filter(person -> !colleagues.contains(person)).toList();
    jpeg("single/2024-11-花名册.jpg", list(others.subList(20, 42), month.minusMonths(4)), Damage.SKEW);
    Person checked = colleague(person -> person.birth().getYear() > 1965, 1);
    String record = "single/权益记录单-1.jpg";
    jpeg(record, page(FormKind.RIGHTS_RECORD, checked, 2025, false), Damage.UPSIDE_DOWN);
    jpeg(
        "single/权益记录单-2.jpg",
        page(FormKind.RIGHTS_RECORD, anyone(_ -> true, 30), 2025, false),
        Damage.JPEG_ARTEFACTS);
    png("single/单位登记.png", page(FormKind.EMPLOYER_REGISTRATION, checked, 2025, false));
    jpeg(
        "single/参保登记.jpg",
        page(FormKind.REGISTRATION, anyone(_ -> true, 40), 2025, false),
        Damage.COMBINED);
    jpeg("single/补贴申请.jpg", page(FormKind.SUBSIDY, anyone(_ -> true, 50), 2025, true), Damage.BLUR);
    Person bound = colleague(person -> person.workStart().getYear() <= 1985, 2);
    tiff(
        "single/案卷0012.tif",
        page(FormKind.VOLUME_COVER, bound, 2017, false),
        page(FormKind.VOLUME_CONTENTS, bound, 2017, false),
        page(FormKind.RETIREMENT, bound, 2017, false),
        page(FormKind.RECRUITMENT, bound, bound.workStart().getYear(), false),
        page(FormKind.IDENTITY_CARD, bound, 2017, false));
    Files.copy(out.resolve(record), out.resolve("single/权益记录单-1-再次扫描.jpg"));
    truth.add(new KnownFile("single/权益记录单-1-再次扫描.jpg", "ok", record, List.of()));
    byte[] whole = Files.readAllBytes(out.resolve(record));
    write("single/传输中断.jpg", Arrays.copyOf(whole, whole.length / 5));
    truth.add(new KnownFile("single/传输中断.jpg", "quarantined", null, List.of()));
  }

  private Person colleague(Predicate<Person> who, int which) {
    return colleagues.stream().filter(who).skip(which).findFirst().orElseThrow();
  }

  private Person anyone(Predicate<Person> who, int which) {
    return population.people().stream().filter(who).skip(which).findFirst().orElseThrow();
  }

  private Page page(FormKind kind, Person person, int year, boolean byHand) {
    Occasions occasions = Occasions.of(population, new Draw(SEED * 1009 + ++drawn));
    return Page.of(kind, occasions.about(person, year), byHand);
  }

  private Page list(List<Person> people, LocalDate date) {
    Draw draw = new Draw(SEED * 1009 + ++drawn);
    return Page.of(
        FormKind.ROSTER,
        new Occasion(people.getFirst(), people.subList(1, people.size()), date, draw),
        false);
  }

  private void jpeg(String file, Page page, Damage damage) throws IOException {
    Scanned scan = damage.on(page, new Draw(SEED * 2003 + ++drawn));
    write(file, ScanWriter.jpeg(scan, false));
    known(file, List.of(Truth.page(1, page, damage, scan)));
  }

  private void png(String file, Page page) throws IOException {
    Scanned scan = new Scanned(page.picture(), Homography.none(), 300, 1, false);
    write(file, ScanWriter.png(scan));
    known(file, List.of(Truth.page(1, page, Damage.CLEAN, scan)));
  }

  private void tiff(String file, Page... pages) throws IOException {
    List<Scanned> scans = new ArrayList<>();
    List<KnownPage> known = new ArrayList<>();
    for (Page page : pages) {
      Scanned scan = Damage.BITONAL.on(page, new Draw(SEED * 2003 + ++drawn));
      scans.add(scan);
      known.add(Truth.page(scans.size(), page, Damage.BITONAL, scan));
    }
    write(file, ScanWriter.tiff(scans));
    known(file, known);
  }

  private void known(String file, List<KnownPage> pages) {
    truth.add(new KnownFile(file, "ok", null, pages));
  }

  private void write(String file, byte[] bytes) throws IOException {
    Path path = out.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }
}
