import type { Instant } from '../../../../../shared/model/period.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';
import { type Input, requiredText, textOf, timeOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type { BedrockResources } from '../../world/bedrock/bedrock-world.ts';
import { bedrockPage } from './bedrock-page.ts';

/** What the caller's account holds in the Region of the call. */
export function resourcesOf(call: Call): BedrockResources {
  return call.world.bedrockResources(call.identity.accountId, call.region);
}

/** A list of Bedrock with the filters it takes, by the names of its parameters. */
export interface Listing<T> {
  readonly http: string;
  readonly action: string;
  /** The member of the answer that holds the items. */
  readonly member: string;
  readonly items: (call: Call) => readonly T[];
  readonly describe: (item: T) => object;
  /** Parameters that must equal a text of the item. */
  readonly equals?: Readonly<Record<string, (item: T) => string | null>>;
  /** The parameter that a name must contain. */
  readonly contains?: readonly [parameter: string, nameOf: (item: T) => string | null];
  /** The most that AWS puts on a page, whatever it is asked for; 1,000 when absent. */
  readonly pageAtMost?: number;
  /** Whether AWS leaves the member out when there is nothing to list. */
  readonly absentWhenEmpty?: true;
  /** `creationTime` filters by `creationTimeAfter` and `creationTimeBefore`; also what is sorted by. */
  readonly time?: readonly [parameter: string, timeOf: (item: T) => Instant | null];
}

/** The operation of a list: filtered, sorted by time, newest first, in pages. */
export function listOperation<T>(listing: Listing<T>): Operation {
  return {
    http: listing.http,
    action: listing.action,
    run: (call) => {
      const found = listing.items(call).filter((item) => matches(listing, call.input, item));
      const page = bedrockPage(call, inOrder(listing, call.input, found), listing.pageAtMost);
      const items = page.items.map(listing.describe);
      const absent = listing.absentWhenEmpty === true && items.length === 0;
      return { [listing.member]: absent ? undefined : items, nextToken: page.next };
    },
  };
}

/** A single resource, found by any of its names. */
export interface Getting<T> {
  readonly http: string;
  readonly action: string;
  /** The label of the path that names it. */
  readonly label: string;
  readonly items: (call: Call) => readonly T[];
  /** Its ARN, id and name, as far as AWS takes them. */
  readonly names: (item: T) => readonly string[];
  readonly describe: (item: T) => object;
}

/** The operation that reads one resource, or says that there is none. */
export function getOperation<T>(getting: Getting<T>): Operation {
  const { label } = getting;
  return {
    http: getting.http,
    action: getting.action,
    resource: (call) => requiredText(call.input, label),
    run: (call) => {
      const name = requiredText(call.input, label);
      const found = getting.items(call).find((item) => getting.names(item).includes(name));
      if (found === undefined) {
        const text = `Could not find the resource ${name}. Check the identifier and try again.`;
        throw new WireFault('ResourceNotFoundException', 404, text);
      }
      return getting.describe(found);
    },
  };
}

/** An ARN and the id at its end. */
export function arnAndId(arn: string): readonly string[] {
  return [arn, arn.slice(arn.lastIndexOf('/') + 1)];
}

function matches<T>(listing: Listing<T>, input: Input, item: T): boolean {
  const equal = Object.entries(listing.equals ?? {}).every(([parameter, textOfItem]) => {
    const wanted = textOf(input, parameter);
    return wanted === undefined || textOfItem(item) === wanted;
  });
  return equal && nameFits(listing, input, item) && timeFits(listing, input, item);
}

function nameFits<T>({ contains }: Listing<T>, input: Input, item: T): boolean {
  if (contains === undefined) return true;
  const [parameter, nameOf] = contains;
  const part = textOf(input, parameter);
  return part === undefined || (nameOf(item) ?? '').includes(part);
}

function timeFits<T>({ time }: Listing<T>, input: Input, item: T): boolean {
  if (time === undefined) return true;
  const [parameter, instantOf] = time;
  const ms = msOf(instantOf(item));
  const after = timeOf(input, `${parameter}After`);
  const before = timeOf(input, `${parameter}Before`);
  return (after === undefined || ms > after) && (before === undefined || ms < before);
}

function inOrder<T>(listing: Listing<T>, input: Input, items: readonly T[]): readonly T[] {
  const order = textOf(input, 'sortOrder') ?? 'Descending';
  if (order !== 'Ascending' && order !== 'Descending') {
    throw invalidInput(
      `1 validation error detected: Value '${order}' at 'sortOrder' failed to satisfy constraint: Member must satisfy enum value set: [Descending, Ascending]`,
    );
  }
  if (listing.time === undefined) return items;
  const [, instantOf] = listing.time;
  const oldestFirst = [...items].sort((a, b) => msOf(instantOf(a)) - msOf(instantOf(b)));
  return order === 'Ascending' ? oldestFirst : oldestFirst.reverse();
}

function msOf(instant: Instant | null): number {
  return instant === null ? 0 : msOfInstant(instant);
}
