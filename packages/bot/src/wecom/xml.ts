import { XMLParser, XMLValidator } from "fast-xml-parser";
import { readFlatXml } from "./flat-xml.ts";

/** An element with children. Text is kept verbatim: `00123` stays `00123`, a 19-digit id keeps its digits. */
export type XmlElement = Readonly<{ [name: string]: XmlValue }>;
export type XmlValue = string | XmlElement | readonly XmlValue[];

const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/g;
const DECLARATION = /^\s*<\?xml[^<>]*\?>/;
const FORBIDDEN = /<!|<\?/; // DOCTYPE, ENTITY, comments, processing instructions
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const PREDEFINED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  processEntities: false,
  parseTagValue: false,
  trimValues: false,
  cdataPropName: "#cdata",
});

/**
 * The children of the one root `<xml>`, or `undefined` for anything else: not well-formed, a DOCTYPE, a comment, a
 * processing instruction, an entity beyond XML's own five. What stands inside CDATA is text and never looked into.
 */
export function readXml(document: string): XmlElement | undefined {
  const flat = readFlatXml(document);
  if (flat && flat.size > 0) return Object.fromEntries(flat);
  return readAnyXml(document);
}

/** The same by the parser alone, whatever the document. */
export function readAnyXml(document: string): XmlElement | undefined {
  const markup = document.replace(CDATA, "").replace(DECLARATION, "");
  if (FORBIDDEN.test(markup) || markup.replace(REFERENCE, "").includes("&")) return undefined;
  if (XMLValidator.validate(document) !== true) return undefined;
  const root = parse(document);
  const names = Object.keys(root ?? {});
  if (!root || names.length !== 1 || names[0] !== "xml") return undefined;
  const value = readValue(root.xml);
  return isElement(value) ? value : undefined;
}

/** Text of a child, `""` when it is absent, has children or comes twice. */
export function textOf(element: XmlElement, name: string): string {
  const value = element[name];
  return typeof value === "string" ? value : "";
}

/** A child with children of its own; an empty one when it is absent. */
export function childOf(element: XmlElement, name: string): XmlElement {
  const value = element[name];
  return isElement(value) ? value : {};
}

/** All children of a name, one or many: the parser cannot tell a list of one from a single child. */
export function childrenOf(element: XmlElement, name: string): readonly XmlValue[] {
  const value = element[name];
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

export function isElement(value: XmlValue | undefined): value is XmlElement {
  return typeof value === "object" && !isList(value);
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function parse(document: string): Record<string, unknown> | undefined {
  try {
    return parser.parse(document);
  } catch {
    return undefined; // nested too deep, a reserved name, an unclosed CDATA
  }
}

function readValue(raw: unknown): XmlValue | undefined {
  if (typeof raw === "string") return raw.replace(REFERENCE, decode);
  if (Array.isArray(raw)) {
    const items = raw.map(readValue);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof raw !== "object" || raw === null) return undefined;
  const { "#cdata": cdata, "#text": text, ...children } = { "#cdata": undefined, "#text": "", ...raw };
  if (cdata === undefined) return readChildren(children);
  const isAlone = String(text).trim() === "" && Object.keys(children).length === 0;
  return isAlone ? [cdata].flat().join("") : undefined; // text beside CDATA has lost its order: refused
}

function readChildren(children: Record<string, unknown>): XmlElement | undefined {
  const entries: [string, XmlValue][] = [];
  for (const [name, raw] of Object.entries(children)) {
    const value = readValue(raw);
    if (value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function decode(
  _whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return PREDEFINED[name] ?? "";
  const point = decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
}
