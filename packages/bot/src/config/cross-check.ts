import type { Catalogue } from "@gongkai/schema";
import { hasIndicator } from "@gongkai/schema";
import type { OrganSettings } from "./settings.ts";

const repeated = (values: readonly string[]) => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

/** What a shape cannot say: names that point nowhere, names used twice. One plain sentence each. */
export function crossCheck(settings: OrganSettings, catalogue: Catalogue, at: string): string[] {
  const sections = settings.sections.map(({ key }) => key);
  const problems = repeated(sections).map((key) => `${at}.sections：科室编码 ${key} 用了两次`);
  for (const section of settings.sections) {
    for (const indicator of section.reports) {
      if (!hasIndicator(catalogue, indicator))
        problems.push(`${at}.sections.${section.key}.reports：没有 ${indicator} 这个指标`);
    }
  }
  for (const key of Object.keys(settings.synonyms)) {
    if (!hasIndicator(catalogue, key)) problems.push(`${at}.synonyms：没有 ${key} 这个指标`);
  }
  for (const [department, section] of Object.entries(settings.departments)) {
    if (!sections.includes(section)) problems.push(`${at}.departments.${department}：没有编码是 ${section} 的科室`);
  }
  for (const member of settings.members) {
    if (!sections.includes(member.section))
      problems.push(`${at}.members.${member.id}：没有编码是 ${member.section} 的科室`);
  }
  const people = settings.members.map(({ id }) => id.toLowerCase());
  return [...problems, ...repeated(people).map((id) => `${at}.members：成员 ${id} 写了两次`)];
}
