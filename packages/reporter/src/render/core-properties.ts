import { escapeHtml } from "./html/escape-html.ts";

/** docProps/core.xml of an Office file (ECMA-376 part 2, 11): who, what, when, with the time given and not taken. */
export function coreProperties(title: string, creator: string, at: string): string {
  const when = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${new Date(at).toISOString()}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeHtml(title)}</dc:title><dc:creator>${escapeHtml(creator)}</dc:creator>`,
    `<dc:language>zh-CN</dc:language><cp:lastModifiedBy>${escapeHtml(creator)}</cp:lastModifiedBy>`,
    `${when("created")}${when("modified")}</cp:coreProperties>`,
  ].join("");
}
