import {
  applicantsAddUp,
  applicationsBalance,
  closingIsOpenCases,
  nothingAnsweredTwice,
  resultsAddUp,
} from "./applications-balance.ts";
import type { Check } from "./check.ts";
import {
  disputesAddUp,
  lawsuitFollowsReview,
  pendingReappears,
  receivedIsConcludedOrPending,
} from "./disputes-balance.ts";
import { cellsFilled, countedOnce, everythingPlaced, monthsReported, statedAgrees } from "./ledger-complete.ts";
import { stockIdentity, stockNotNegative } from "./stock-identity.ts";
import { yearCarryOver } from "./year-carry-over.ts";

/** Every rule, causes before what follows from them: a case without its row comes before the balance it breaks. */
export const ALL_CHECKS: readonly Check[] = [
  monthsReported,
  cellsFilled,
  everythingPlaced,
  countedOnce,
  statedAgrees,
  applicationsBalance,
  resultsAddUp,
  applicantsAddUp,
  nothingAnsweredTwice,
  closingIsOpenCases,
  disputesAddUp,
  pendingReappears,
  lawsuitFollowsReview,
  receivedIsConcludedOrPending,
  yearCarryOver,
  stockIdentity,
  stockNotNegative,
];
