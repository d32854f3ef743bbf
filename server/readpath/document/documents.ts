import { LRUCache } from 'lru-cache';
import type { GraphQLSchema } from 'graphql';
import type { OwnNames } from '../../graphql/own-names.ts';
import { hashOf } from '../../graphql/persisted-documents.ts';
import { Plan } from '../plan.ts';
import { prepare } from './prepared.ts';
import { spell, type Literal, type Spelling } from './spelling.ts';

/** What is kept of texts and of plans, in characters of document. */
const mostText = 8 * 2 ** 20;

/** A document that can be answered here, and the literals that fill its slots. */
export interface Known {
  /** No other text has it. */
  number: number;
  plan: Plan;
  literals: readonly Literal[];
  /** How it is counted: our own documents by name. */
  name: string;
}

/** Documents, each parsed and validated once: a bounded store, in which those that differ in literals share a plan. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #names: OwnNames;
  #count = 0;
  /** By exact text, so that what was asked before need not even be read again; null for what is Apollo's. */
  readonly #texts = new LRUCache<string, { known: Known | null }>({
    maxSize: mostText,
    sizeCalculation: (_known, text) => text.length + 200,
  });
  readonly #plans = new LRUCache<string, Plan>({
    maxSize: mostText,
    // A plan is a tree of objects, and what was compiled from it.
    sizeCalculation: (_plan, key) => 10 * key.length + 2000,
  });

  constructor(schema: GraphQLSchema, names: OwnNames) {
    this.#schema = schema;
    this.#names = names;
  }

  /** The document of this text; null where Apollo has to answer it. */
  find(text: string): Known | null {
    let found = this.#texts.get(text);
    if (found === undefined) this.#texts.set(text, (found = { known: this.#read(text) }));
    return found.known;
  }

  #read(text: string): Known | null {
    const spelling = spell(text);
    if (spelling === null) return null;
    const plan = this.#planOf(text, spelling);
    if (plan === null) return null;
    this.#count += 1;
    return { number: this.#count, name: this.#names.nameOf(hashOf(text)), plan, literals: spelling.literals };
  }

  #planOf(text: string, spelling: Spelling): Plan | null {
    const shared = this.#plans.get(spelling.key);
    if (shared !== undefined) return shared;
    const pinnedKey = `${spelling.key}\n${JSON.stringify(spelling.literals.map(({ value }) => value))}`;
    const pinned = this.#plans.get(pinnedKey);
    if (pinned !== undefined) return pinned;
    const prepared = prepare(this.#schema, text, spelling);
    if (prepared === null) return null;
    const plan = new Plan(this.#schema, prepared);
    this.#plans.set(prepared.pinned === null ? spelling.key : pinnedKey, plan);
    return plan;
  }
}
