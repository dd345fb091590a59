import type { UnreadPolicy } from '../../model/access.ts';
import type { PolicyType } from '../evaluate/request.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { PlacedPolicy } from './access-world.ts';
import { whyUnread } from './world-readings.ts';

/** A policy and where it comes to bear. */
export interface PolicyPlace {
  readonly type: PolicyType;
  readonly id: string;
  readonly name: string;
  readonly via: string;
}

/** Gives each policy once, however many principals have it: a document is read one time only. */
export interface PolicyShelf {
  /** A policy by its JSON text. */
  place(place: PolicyPlace, document: string): PlacedPolicy;
  /** A policy that is there and was not read. */
  unread(place: PolicyPlace, unread: UnreadPolicy): PlacedPolicy;
  /** A document that bears on nobody's list, such as a trust policy. */
  read(document: string): Policy;
}

/** An empty shelf; it lives as long as the world that is made with it. */
export function createShelf(): PolicyShelf {
  const texts = { identity: new Map<string, Policy>(), resource: new Map<string, Policy>() };
  const placed = new Map<string, PlacedPolicy>();
  const read = (document: string, kind: 'identity' | 'resource') =>
    kept(texts[kind], document, () => readPolicy(document, kind));
  return {
    place: (place, document) => {
      const { type, id, name, via } = place;
      // Two accounts may have read one AWS-managed policy in different versions.
      const policy = read(document, kindOf(type));
      const same = placed.get(keyOf(place));
      if (same?.policy === policy) return same;
      const made = { type, id, name, via, document, policy };
      placed.set(keyOf(place), made);
      return made;
    },
    unread: ({ type, id, name, via }, unread) => ({
      type,
      id,
      name,
      via,
      document: null,
      unread,
      policy: unreadPolicy(whyUnread(unread.outcome)),
    }),
    read: (document) => read(document, 'resource'),
  };
}

/** What stands in the place of a document that was not read; decisions that need it are `unknown`. */
export function unreadPolicy(why: string): Policy {
  const problem = { severity: 'error', path: '', message: `was not read: ${why}` } as const;
  return { version: '2012-10-17', statements: [], problems: [problem] };
}

/** Policies that name principals are read as those of resources. */
function kindOf(type: PolicyType): 'identity' | 'resource' {
  return type === 'rcp' || type === 'resource' ? 'resource' : 'identity';
}

function keyOf({ type, id, via }: PolicyPlace): string {
  return `${type} ${via} ${id}`;
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
