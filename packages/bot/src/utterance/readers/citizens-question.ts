/** 小超市在网上问年报咋填，网上咨询答了1条: what a citizen asked, told before it is counted. */
const CITIZENS_QUESTION =
  /(?:在网上|来电|打电话|来|留言)(?:问|咨询)[^,;?。]{2,20}(?=[,;。].*[0-9一二两三四五六七八九十][条个件次])/;

/** The text without a question that was put to the office: the speaker asks nothing by telling it. */
export const withoutCitizensQuestion = (text: string): string => text.replace(CITIZENS_QUESTION, "");
