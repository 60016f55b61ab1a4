package io.huodang.samples.forms;

/** The forms that can be drawn. */
public enum FormKind {
  REGISTRATION("social-insurance-registration", 0.25, new Registration()),
  EMPLOYER_REGISTRATION("employer-registration", 0.1, new EmployerRegistration()),
  ROSTER("insured-persons-roster", 0, new Roster()),
  RESIDENT_PENSION("resident-pension-registration", 0.4, new ResidentPension()),
  ACCOUNT_TRANSFER("account-transfer", 0, new AccountTransfer()),
  CONTRIBUTION_VOUCHER("contribution-voucher", 0, new ContributionVoucher()),
  RIGHTS_RECORD("personal-rights-record", 0, new RightsRecord()),
  RETIREMENT("pension-retirement-approval", 0.15, new Retirement()),
  DEEMED_YEARS("deemed-contribution-review", 0.15, new DeemedYears()),
  RECRUITMENT("worker-recruitment", 0.5, new Recruitment()),
  WAGE_ADJUSTMENT("wage-adjustment", 0.3, new WageAdjustment()),
  INJURY_APPLICATION("work-injury-application", 0.3, new InjuryApplication()),
  INJURY_DECISION("work-injury-decision", 0, new InjuryDecision()),
  CAPACITY_CONCLUSION("labour-capacity-conclusion", 0, new CapacityConclusion()),
  UNEMPLOYMENT("unemployment-benefit-application", 0.3, new Unemployment()),
  SUBSIDY("flexible-employment-subsidy", 0.3, new Subsidy()),
  IDENTITY_CARD("identity-card", 0, new IdentityCard()),
  TERMINATION("contract-termination", 0.3, new Termination()),
  DIAGNOSIS("diagnosis-certificate", 0.3, new Diagnosis()),
  VOLUME_COVER("volume-cover", 0, new VolumeCover()),
  VOLUME_CONTENTS("volume-contents", 0, new VolumeContents()),
  FUNERAL("funeral-benefit-application", 0.2, new Funeral()),
  PAIRED_ROSTER("insured-persons-roster", 0, new PairedRoster()),
  EMPLOYER_LETTER("unknown", 0.2, new EmployerLetter()),
  COVERAGE("contribution-certificate", 0, new Coverage()),
  CONTRACT("labour-contract", 0.3, new Contract()),
  LEDGER("contribution-certificate", 0, new Ledger());

  private final String documentType;
  private final double byHand;
  private final Form form;

  FormKind(String documentType, double byHand, Form form) {
    this.documentType = documentType;
    this.byHand = byHand;
    this.form = form;
  }

  /** The code of its document type; {@code unknown} where none fits. */
  public String documentType() {
    return documentType;
  }

  /** How many of these forms are filled in by hand, 0 to 1. */
  public double byHand() {
    return byHand;
  }

  /** Whether the sheet lies on its long side. */
  public boolean lying() {
    return this == ROSTER;
  }

  public Form form() {
    return form;
  }

  /**
   * How it is laid out, as {@code bench recognition} counts pages: ruled, unruled, list, letter.
   */
  public String pageClass() {
    return switch (this) {
      case ROSTER, PAIRED_ROSTER, VOLUME_CONTENTS -> "list";
      case CONTRIBUTION_VOUCHER, IDENTITY_CARD, VOLUME_COVER -> "unruled";
      case INJURY_DECISION,
          CAPACITY_CONCLUSION,
          TERMINATION,
          DIAGNOSIS,
          EMPLOYER_LETTER,
          COVERAGE,
          CONTRACT ->
          "letter";
      case REGISTRATION,
          EMPLOYER_REGISTRATION,
          RESIDENT_PENSION,
          ACCOUNT_TRANSFER,
          RIGHTS_RECORD,
          RETIREMENT,
          DEEMED_YEARS,
          RECRUITMENT,
          WAGE_ADJUSTMENT,
          INJURY_APPLICATION,
          UNEMPLOYMENT,
          SUBSIDY,
          FUNERAL,
          LEDGER ->
          "ruled";
    };
  }
}
