import { SITE_GROUPS } from '@nodp/terminology';
import type { ProjectApplicationInput } from '../generated/resolvers.ts';
import { refusal, textWithin } from '../saved/refusal.ts';
import { dataElement } from './elements.ts';
import type { Application, GrantedElement, Permission } from './project.ts';

const MOST_ELEMENTS = 300;
const MOST_RELEASES = 20;
const MOST_TEAM = 50;
const LONGEST_TERM_YEARS = 5;

const elementsOf = (given: ProjectApplicationInput['elements']): GrantedElement[] => {
  if (given.length > MOST_ELEMENTS)
    throw refusal({
      en: `An application has ${MOST_ELEMENTS} data elements at most, not ${given.length}.`,
      zh: `每份申请最多${MOST_ELEMENTS}个数据项。`,
    });
  return given.map(({ table, column, permissions }) => {
    const element = dataElement(table, column);
    if (element === undefined)
      throw refusal({
        en: `There is no column ${table}.${column}. Choose one of the data dictionary.`,
        zh: `没有数据项${table}.${column}，请从数据字典中选择。`,
      });
    const asked = [...new Set<Permission>(permissions)];
    if (asked.length === 0)
      throw refusal({
        en: `Say what is to be done with ${table}.${column}.`,
        zh: `请说明如何使用${table}.${column}。`,
      });
    if (!element.seen && asked.some((one) => one !== 'AGGREGATES'))
      throw refusal({
        en: `Rows of ${table}.${column} are seen by nobody and never leave: ask for aggregates.`,
        zh: `${table}.${column}的逐行数据不予查看或导出，只能申请汇总。`,
      });
    if (!element.leaves && asked.includes('EXPORT'))
      throw refusal({
        en: `Rows of ${table}.${column} never leave: ask to see them inside the platform.`,
        zh: `${table}.${column}的逐行数据不得导出，可申请在平台内查看。`,
      });
    return { table: element.table, column, permissions: asked };
  });
};

const dayWithin = (until: string, today: string): string => {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until));
  const latest = `${Number(today.slice(0, 4)) + LONGEST_TERM_YEARS}${today.slice(4)}`;
  if (!real || until <= today || until > latest)
    throw refusal({
      en: `Give the last day as YYYY-MM-DD, after today and by ${latest}.`,
      zh: `请以YYYY-MM-DD填写截止日期，须晚于今天且不晚于${latest}。`,
    });
  return until;
};

/**
 * What is applied for, checked.
 * @param today YYYY-MM-DD of the national calendar
 * @throws BAD_USER_INPUT that says what is wrong, in both languages
 */
export const readApplication = (input: ProjectApplicationInput, today: string): Application => {
  const text = (value: string, most: number, en: string, zh: string, least = 1) =>
    textWithin(value, most, { en, zh }, least);
  const releases = [...new Set(input.releases)].sort((a, b) => a - b);
  if (releases.length === 0 || releases.length > MOST_RELEASES || releases.some((n) => n < 1))
    throw refusal({
      en: `Name 1 to ${MOST_RELEASES} releases.`,
      zh: `请选择1至${MOST_RELEASES}个发布版。`,
    });
  const known = new Set<string>(SITE_GROUPS.map(({ id }) => id));
  const unknown = input.sites.find((site) => !known.has(site));
  if (unknown !== undefined)
    throw refusal({ en: `There is no site group “${unknown}”.`, zh: `没有癌种“${unknown}”。` });
  if (input.team.length > MOST_TEAM)
    throw refusal({
      en: `A project has ${MOST_TEAM} members at most.`,
      zh: `每个课题最多${MOST_TEAM}名成员。`,
    });
  const elements = elementsOf(input.elements);
  if (elements.length === 0)
    throw refusal({ en: 'Ask for at least one data element.', zh: '请至少申请一个数据项。' });
  return {
    purpose: text(input.purpose, 4000, 'The purpose', '研究目的'),
    questions: text(input.questions, 4000, 'The questions', '研究问题'),
    elements,
    releases,
    sites: [...new Set(input.sites)],
    cohort: input.cohort ?? null,
    population: text(input.population, 2000, 'The population', '研究人群'),
    team: input.team.map(({ account, name, institution }) => ({
      account: text(account, 200, 'A member’s account', '成员账号'),
      name: text(name, 120, 'A member’s name', '成员姓名'),
      institution: text(institution, 200, 'A member’s institution', '成员单位'),
    })),
    ethicsNumber: text(input.ethicsNumber, 120, 'The number of the ethics approval', '伦理批件号'),
    until: dayWithin(input.until, today),
    funding: text(input.funding, 400, 'The funding', '经费来源'),
    publicationPlan: text(input.publicationPlan, 2000, 'The plan for publication', '发表计划'),
  };
};
