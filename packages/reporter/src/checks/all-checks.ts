import {
  applicantsAddUp,
  applicationsBalance,
  closingIsOpenCases,
  fewOthers,
  nothingAnsweredTwice,
  resultsAddUp,
} from "./applications-balance.ts";
import { coDefendant, governmentAccounts, regulationsNeedPower, rollUpOfBodies } from "./body.ts";
import type { Check } from "./check.ts";
import {
  aspectsCoverTopics,
  disclosureHasFigures,
  fiveAspects,
  problemsAndMeasures,
  sixHeadings,
} from "./completeness.ts";
import {
  disputesAddUp,
  lawsuitFollowsReview,
  pendingReappears,
  receivedIsConcludedOrPending,
} from "./disputes-balance.ts";
import { feesWithinFees, feeUnit, noticesAreTold, noticesReconcile, otherMatters } from "./fees.ts";
import { currentForm, headersRepeat, standardTable } from "./form-shape.ts";
import {
  fullWidth,
  headingLevels,
  noPersonalData,
  oneSelfName,
  preambleListsSix,
  rightYear,
  unitsGiven,
} from "./form-wording.ts";
import { counterRuns, nilsHold } from "./ledger-agrees.ts";
import {
  cellsFilled,
  countedOnce,
  enteredOneWay,
  everythingPlaced,
  monthsReported,
  statedAgrees,
} from "./ledger-complete.ts";
import { figuresInProse, numbersAreFigures, partWithinWhole, reviewedIsDisclosed } from "./narrative-figures-agree.ts";
import { noBlanks, wholeNumbers } from "./plain-numbers.ts";
import { disputesInProse, documentsInProse, groupsInProse, nothingInProse, receivedInProse } from "./prose-agrees.ts";
import { reviewComesFirst } from "./review-first.ts";
import { noStalePhrases, notLastYears, overviewLength, problemsTakenUp } from "./sameness.ts";
import { stockIdentity, stockNotNegative } from "./stock-identity.ts";
import { monthsClosed, publishedInTime, stepsLawful } from "./timeliness.ts";
import { yearCarryOver } from "./year-carry-over.ts";
import { yearOnYear } from "./year-on-year.ts";

/** Every rule, causes before what follows from them: a case without its row comes before the balance it breaks. */
export const ALL_CHECKS: readonly Check[] = [
  // what the ledger still lacks
  monthsReported,
  cellsFilled,
  everythingPlaced,
  countedOnce,
  enteredOneWay,
  statedAgrees,
  nilsHold,
  counterRuns,
  receivedIsConcludedOrPending,

  // what stands in the tables
  noBlanks,
  wholeNumbers,
  currentForm,
  standardTable,
  headersRepeat,
  applicationsBalance,
  resultsAddUp,
  applicantsAddUp,
  nothingAnsweredTwice,
  closingIsOpenCases,
  fewOthers,
  disputesAddUp,
  lawsuitFollowsReview,
  reviewComesFirst,
  coDefendant,
  stockNotNegative,
  regulationsNeedPower,
  feeUnit,
  feesWithinFees,
  noticesAreTold,
  noticesReconcile,
  rollUpOfBodies,

  // against last year
  yearCarryOver,
  stockIdentity,
  pendingReappears,
  yearOnYear,

  // the text against the tables
  receivedInProse,
  nothingInProse,
  groupsInProse,
  documentsInProse,
  disputesInProse,
  figuresInProse,
  partWithinWhole,
  reviewedIsDisclosed,
  numbersAreFigures,

  // the text by itself
  sixHeadings,
  fiveAspects,
  disclosureHasFigures,
  aspectsCoverTopics,
  governmentAccounts,
  problemsAndMeasures,
  otherMatters,
  rightYear,
  notLastYears,
  problemsTakenUp,
  overviewLength,
  noStalePhrases,
  fullWidth,
  headingLevels,
  preambleListsSix,
  oneSelfName,
  unitsGiven,
  noPersonalData,

  // days
  publishedInTime,
  monthsClosed,
  stepsLawful,
];
