/** Applicant kinds, in the printed order of table 三. There is no sub-total for 法人或其他组织. */
export const APPLICANT_KINDS = ["nat", "biz", "res", "npo", "law", "oth"] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** Columns of table 三: the six kinds and the derived 总计. */
export const APPLICANT_COLUMNS = [...APPLICANT_KINDS, "tot"] as const;
export type ApplicantColumn = (typeof APPLICANT_COLUMNS)[number];

export const APPLICANT_LABELS: Readonly<Record<ApplicantColumn, string>> = {
  nat: "自然人",
  biz: "商业企业",
  res: "科研机构",
  npo: "社会公益组织",
  law: "法律服务机构",
  oth: "其他",
  tot: "总计",
};

/** The words of the chat and command contract for the same six kinds. */
export const APPLICANT_TALK = {
  individual: "nat",
  enterprise: "biz",
  research: "res",
  social: "npo",
  legal_service: "law",
  other: "oth",
} as const satisfies Record<string, ApplicantKind>;
export type ApplicantTalk = keyof typeof APPLICANT_TALK;
