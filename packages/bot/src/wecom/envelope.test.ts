import { expect, test } from "vitest";
import { isAddressedTo, readEnvelope } from "./envelope.ts";

const [CORP, AGENT] = ["wx5823bf96d3bd56c7", "1000002"];
const to = `<ToUserName><![CDATA[${CORP}]]></ToUserName>`;
const app = `<AgentID><![CDATA[${AGENT}]]></AgentID>`;
const sealed = "<Encrypt><![CDATA[AAAA+/==]]></Encrypt>";

// biome-ignore format: the columns are the test
test.each([
  // body                                                             ours   why this row exists
  [`<xml>${to}${app}${sealed}</xml>`,                                 true,  "as the platform writes it"],
  [`<xml>${sealed}${app}${to}</xml>`,                                 true,  "in any order"],
  [`\n<xml>\n  ${to}\n  ${app}\n  ${sealed}\n</xml>\n`,               true,  "with line breaks, as in the documents"],
  [`<?xml version="1.0" encoding="UTF-8"?><xml>${to}${sealed}</xml>`, true,  "with a declaration"],
  [`<xml>${to}${sealed}</xml>`,                                       true,  "without an app, as the contacts callback"],
  [`<xml><ToUserName>${CORP}</ToUserName><AgentID> ${AGENT} </AgentID>${sealed}</xml>`, true, "as plain text"],
  [`<xml>${to}${app}${sealed}<AgentType><![CDATA[a]b]]c]]></AgentType></xml>`, true, "with an element of tomorrow"],
  [`<xml>${to}${app}${sealed}`,                                       false, "cut off"],
  [`<xml>${to}${app}${sealed}</xml><xml></xml>`,                      false, "two documents"],
  [`<xml>${to}${to}${app}${sealed}</xml>`,                            false, "addressed twice"],
  [`<xml>${to}<AgentID>7</AgentID>${app}${sealed}</xml>`,             false, "to two apps"],
  [`<xml>${to}<A><AgentID>7</AgentID></A>${sealed}</xml>`,            false, "nested: the platform's envelope is flat"],
  [`<xml>${to}${app}<!-- -->${sealed}</xml>`,                         false, "a comment"],
  [`<!DOCTYPE x [<!ENTITY e "1">]><xml>${to}${sealed}</xml>`,         false, "a document type"],
  [`<xml><ToUserName>&e;</ToUserName>${sealed}</xml>`,                false, "an entity"],
  [`<xml><ToUserName>${CORP}</ToUserNam>${sealed}</xml>`,             false, "a tag closed by another"],
  [`<xml><ToUserName>wwother</ToUserName>${sealed}</xml>`,            false, "another corp"],
  [`<xml>${to}<AgentID>7</AgentID>${sealed}</xml>`,                   false, "another app"],
  [`<xml>${to}<B><![CDATA[${sealed}]]></B></xml>`,                    false, "a ciphertext that is only text"],
])("%s: %s (%s)", (body, ours) => {
  const envelope = readEnvelope(body);
  expect(envelope !== undefined && isAddressedTo(envelope, CORP, AGENT)).toBe(ours);
});
