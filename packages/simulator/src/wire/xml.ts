import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element: a number is written bare, a text in CDATA, a list as its children. */
export type Element = readonly [name: string, value: string | number | readonly Element[]];

const cdata = (text: string) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

export function writeXml([name, value]: Element): string {
  if (typeof value === "number") return `<${name}>${value}</${name}>`;
  if (typeof value === "string") return `<${name}>${cdata(value)}</${name}>`;
  return `<${name}>${value.map(writeXml).join("")}</${name}>`;
}

export type XmlTree = { readonly [name: string]: string | XmlTree | readonly (string | XmlTree)[] };

const parser = new XMLParser({ parseTagValue: false, processEntities: false, ignoreAttributes: true });

/** The children of `<xml>`, every value a text; `undefined` when it is no such document. */
export function readXml(text: string): XmlTree | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
  const tree: unknown = parser.parse(text);
  if (typeof tree !== "object" || tree === null || !("xml" in tree)) return undefined;
  const { xml } = tree;
  // the parser builds nothing but texts, trees and lists of them
  return typeof xml === "object" && xml !== null ? (xml as XmlTree) : undefined;
}

export const textOf = (tree: XmlTree, name: string): string | undefined => {
  const value = tree[name];
  return typeof value === "string" ? value : undefined;
};

export const treeOf = (tree: XmlTree, name: string): XmlTree | undefined => {
  const value = tree[name];
  return typeof value === "object" && !isList(value) ? value : undefined;
};

/** Repeated siblings, however many there are. */
export const treesOf = (tree: XmlTree, name: string): readonly XmlTree[] => {
  const value = tree[name];
  if (value === undefined) return [];
  return (isList(value) ? value : [value]).filter((item) => typeof item === "object");
};

const isList = (value: XmlTree[string]): value is readonly (string | XmlTree)[] => Array.isArray(value);
