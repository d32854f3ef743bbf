import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A change of the schema as its log tells of it. */
export interface SchemaChange {
  level: 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING';
  path: string;
  message: string;
}

/** A breaking change that was announced: deprecated on one day, gone on a later one, and what does instead. */
export interface AnnouncedBreak {
  path: string;
  deprecated: string;
  removed: string;
  instead: string;
}

/** The public log of the schema: what is not released yet, then releases, newest first. */
export interface SchemaLog {
  announced: AnnouncedBreak[];
  unreleased: SchemaChange[];
  releases: { version: string; date: string; changes: SchemaChange[] }[];
}

/** What changed from one schema to another, what breaks clients first. */
export async function schemaChanges(former: string, now: string): Promise<SchemaChange[]> {
  const changes = await diff(buildSchema(former), buildSchema(now));
  return changes
    .filter(({ type }) => !type.endsWith('DESCRIPTION_CHANGED') && !type.endsWith('DESCRIPTION_ADDED'))
    .map(changeOf)
    .toSorted((a, b) => order[a.level] - order[b.level] || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const order = { BREAKING: 0, DANGEROUS: 1, NON_BREAKING: 2 } as const;

function changeOf({ criticality, path = '', message }: Change): SchemaChange {
  const level = {
    [CriticalityLevel.Breaking]: 'BREAKING',
    [CriticalityLevel.Dangerous]: 'DANGEROUS',
    [CriticalityLevel.NonBreaking]: 'NON_BREAKING',
  } as const;
  return { level: level[criticality.level], path, message };
}

const day = /\b\d{4}-\d{2}-\d{2}\b/;
/** Clients have this long between the announcement and the end. */
const shortestNotice = 90 * 24 * 60 * 60_000;

/** Why a schema may not take the place of the released one; empty where it may. */
export function faultsOf(
  now: string,
  { announced, unreleased }: Pick<SchemaLog, 'announced' | 'unreleased'>,
  today = new Date().toISOString().slice(0, 10),
): string[] {
  const breaks = unreleased.filter(({ level }) => level === 'BREAKING');
  return [
    ...breaks
      .filter(({ path }) => !announced.some((one) => one.path === path))
      .map(
        ({ path, message }) => `${path} breaks clients: ${message} Deprecate it first, with the day it ends.`,
      ),
    ...announced
      .filter(({ deprecated, removed }) => !(Date.parse(removed) - Date.parse(deprecated) >= shortestNotice))
      .map(({ path }) => `${path} is removed less than 90 days after it was deprecated.`),
    ...announced
      .filter(({ path, removed }) => removed > today && breaks.some((one) => one.path === path))
      .map(({ path, removed }) => `${path} breaks clients before ${removed}, the day that was announced.`),
    ...deprecationsOf(buildSchema(now))
      .filter(({ reason }) => !day.test(reason))
      .map(({ path }) => `${path} is deprecated without the day (YYYY-MM-DD) on which it ends.`),
  ];
}

function deprecationsOf(schema: GraphQLSchema): { path: string; reason: string }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const members = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    return members.flatMap((member) => {
      const all = [member, ...('args' in member ? member.args : [])];
      return all.flatMap(({ name, deprecationReason }) =>
        deprecationReason == null ? [] : [{ path: `${type.name}.${name}`, reason: deprecationReason }],
      );
    });
  });
}
