import type { GraphQLSchema } from 'graphql';
import type { Purse } from '../access/index.ts';
import { stoppable } from '../database/stoppable.ts';
import type { Access } from '../graphql/access.ts';
import type { ReadDatabase } from '../graphql/context.ts';
import type { Deadline } from '../graphql/deadline.ts';
import { OwnNames } from '../graphql/own-names.ts';
import { countListed } from '../graphql/paging/read-page.ts';
import type { PersistedDocuments } from '../graphql/persisted-documents.ts';
import { noteReading } from '../graphql/read-log.ts';
import { current } from '../signals/current.ts';
import { noteCache } from '../signals/caches.ts';
import { operationBegan, operationEnded, type BegunOperation } from '../signals/operations.ts';
import { Answers, type Answer } from './answer/answers.ts';
import { requireKnownNames } from './answer/known-names.ts';
import { Runner } from './answer/run.ts';
import { Shelves, type Shelf } from './answer/shelves.ts';
import { Snapshots, type Snapshot } from './answer/snapshots.ts';
import { Documents, type Known } from './document/documents.ts';
import { NotOurs } from './not-ours.ts';
import type { Arguments } from './nouns/noun.ts';
import { argumentsAt, opaqueOf, shapeOf, type Plan, type Question } from './plan.ts';
import { Hole } from './statement/hole.ts';
import { faultMark, withCounts } from './statement/json.ts';
import { compile, type Statement } from './statement/statement.ts';

/** An operation as a request asks for it. */
export interface Asked {
  /** Its text, or the hash that it is known by. */
  query: string | null;
  hash: string | null;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  access: Access;
  purse: Purse;
  deadline: Deadline;
}

interface Options {
  /** What is known by its hash. */
  documents: Pick<PersistedDocuments, 'get'>;
  /** Our own documents, which are counted by their names. */
  own?: Iterable<string>;
}

/** An answer of versions that are no longer the newest. */
const outdated = Symbol('outdated');

interface Bound {
  statement: Statement;
  given: readonly Arguments[];
}

/** Answers lists in one statement, without executing GraphQL; whatever else there is to say is left to Apollo. */
export class ReadPath {
  readonly #database: ReadDatabase;
  readonly #persisted: Pick<PersistedDocuments, 'get'>;
  readonly #documents: Documents;
  readonly #snapshots: Snapshots;
  readonly #shelves: Shelves;
  readonly #answers = new Answers();
  readonly #runner = new Runner();

  constructor(schema: GraphQLSchema, database: ReadDatabase, { documents, own = [] }: Options) {
    this.#database = database;
    this.#persisted = documents;
    this.#documents = new Documents(schema, new OwnNames(own));
    this.#snapshots = new Snapshots(database.pool, database.kysely);
    this.#shelves = new Shelves(database);
  }

  /** The answer; null where Apollo has to give it: then nothing was spent. */
  async answer(asked: Asked): Promise<Answer | null> {
    const began = performance.now();
    const text = asked.query ?? (await this.#persisted.get(`apq:${asked.hash}`));
    const known = text === undefined ? null : this.#documents.find(text);
    if (known === null || known.plan.isHopeless) return null;
    const told: BegunOperation = { current: current(), name: known.name, kind: 'query' };
    try {
      const answer = await this.#find(asked, known, told);
      if (answer === null) return null;
      const { requested, actual } = answer;
      if (operationEnded.hasSubscribers) {
        const seconds = (performance.now() - began) / 1000;
        operationEnded.publish({ ...told, seconds, codes: [], requested, actual });
      }
      return answer;
    } catch {
      // Apollo meets the same fault, and says it as it says faults.
      return null;
    }
  }

  async #find(asked: Asked, known: Known, told: BegunOperation): Promise<Answer | null> {
    const { access, operationName, variables } = asked;
    // What callers see who may read protected rows is kept for each of them apart.
    const who = access.mayReadLedgers ? (access.actor ?? '') : 'open';
    const key = JSON.stringify([known.number, operationName, variables, who]);
    const { latest } = this.#snapshots;
    const isKept = latest !== null && this.#answers.get(key, latest) !== undefined;
    noteCache('lists', isKept);
    // Rows are read at the versions that were seen last, and are told with them whether these still hold. What is in
    // memory tells nothing, nor does a replica: then the primary is asked first.
    const isSure = isKept || latest === null || this.#database.replicas !== undefined;
    const snapshot = isSure ? await this.#snapshots.current() : latest;
    const answer = await this.#at(snapshot, key, asked, known, told);
    return answer === outdated ? this.#again(key, asked, known, told) : answer;
  }

  /** Something was published meanwhile: the answer is given as it stands now. */
  async #again(key: string, asked: Asked, known: Known, told: BegunOperation): Promise<Answer | null> {
    const answer = await this.#at(await this.#snapshots.current(), key, asked, known, told);
    // Then so much is being published that Apollo may as well answer.
    return answer === outdated ? null : answer;
  }

  async #at(
    snapshot: Snapshot,
    key: string,
    asked: Asked,
    known: Known,
    told: BegunOperation,
  ): Promise<Answer | typeof outdated | null> {
    const kept = this.#answers.get(key, snapshot);
    if (kept !== undefined) return this.#paid(asked, kept.requested, async () => kept);
    const question = known.plan.question(known.literals, asked.operationName, asked.variables);
    if (question === null || known.plan.isNotOurs(question.name)) return null;
    const shelf = this.#shelves.of(snapshot, asked.access);
    await requireKnownNames(shelf, question.filters);
    const bound = await this.#bind(shelf, known.plan, question);
    if (told.current) told.current.operation = told.name;
    if (operationBegan.hasSubscribers) operationBegan.publish(told);
    return this.#paid(asked, bound.statement.requested.points, async () => {
      const answer = await this.#read(bound, snapshot, asked.deadline);
      if (answer !== outdated) this.#answers.set(key, snapshot, answer);
      return answer;
    });
  }

  /** The statement for a question, and what fills its holes. */
  async #bind(shelf: Shelf, plan: Plan, question: Question): Promise<Bound> {
    const { document, root, operation, name } = question;
    const outline = plan.outlines.get(name);
    if (outline !== undefined) {
      const given = argumentsAt(outline.places, document);
      const shape = `${name} ${shapeOf(given)}`;
      const opaque = shelf.opaque.get(shape);
      const statement = opaque && shelf.statements.get(`${shape} ${opaqueOf(given, opaque)}`);
      if (statement !== undefined) return { statement, given };
    }
    try {
      const { statement, places, opaque } = await compile(document, root, operation, shelf.reader);
      plan.outlines.set(name, { places });
      const given = argumentsAt(places, document);
      const shape = `${name} ${shapeOf(given)}`;
      shelf.opaque.set(shape, opaque);
      shelf.statements.set(`${shape} ${opaqueOf(given, opaque)}`, statement);
      return { statement, given };
    } catch (error) {
      if (error instanceof NotOurs && error.isForGood) plan.notOurs(name);
      throw error;
    }
  }

  /** Takes what an answer may cost and gives back what it did not; null, and nothing taken, where there is not so much. */
  async #paid(
    { purse, access: { actor } }: Asked,
    requested: number,
    read: () => Promise<Answer | typeof outdated>,
  ): Promise<Answer | typeof outdated | null> {
    const beyond = Math.max(0, requested - purse.entered);
    if (!(await purse.take(beyond))) return null;
    try {
      const answer = await read();
      if (answer === outdated) {
        await purse.giveBack(beyond);
        return answer;
      }
      if (actor !== undefined)
        for (const slug of answer.noted) noteReading(this.#database.kysely, actor, slug);
      await purse.giveBack(Math.max(purse.entered, requested) - Math.max(purse.entered, answer.actual));
      return answer;
    } catch (error) {
      await purse.giveBack(beyond);
      throw error;
    }
  }

  async #read(
    { statement: { text, parameters, counts, requested, noted }, given }: Bound,
    { versions, fingerprint }: Snapshot,
    { signal }: Deadline,
  ): Promise<Answer | typeof outdated> {
    const replica = await this.#database.replicas?.pick([...versions.values()]);
    const values = parameters.map((parameter) =>
      parameter instanceof Hole ? parameter.fill(given) : parameter,
    );
    const kysely = counts.length > 0 ? stoppable((replica ?? this.#database).kysely, signal) : null;
    const [read, ...lengths] = await Promise.all([
      this.#runner.run((replica ?? this.#database).pool, text, values, signal),
      ...(kysely
        ? counts.map(
            async ({ rows, condition, tally }) => (await tally?.()) ?? countListed(kysely, rows, condition),
          )
        : []),
    ]);
    const { json, points } = read;
    if (replica === undefined && read.fingerprint !== fingerprint) return outdated;
    if (json.includes(faultMark)) throw new NotOurs('a row that must be there is not');
    return { data: withCounts(json, lengths), requested: requested.points, actual: points, noted };
  }
}
