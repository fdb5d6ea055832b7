/** Said on pages to those who see none. */
export const SIGN_IN_FAILED_WORDS = "登录没有成功。请从企业微信的工作台里重新打开。";
export const SIGNED_OUT_WORDS = "已经退出。要再看，请从企业微信的工作台里打开。";
export const WHICH_ORGAN_WORDS = "请从企业微信的工作台里，打开您单位的“公开台账”。";
export const SOMEBODY = "某某";
/** In place of words that may name an applicant. */
export const ABOUT_APPLICANT_WORDS = "〔涉及申请人，这里不显示原话〕";
