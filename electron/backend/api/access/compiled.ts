import type { AccessCatalogue } from '../../../../shared/access/catalogue/route.ts';
import {
  type CompiledAccess,
  compileAccess,
} from '../../../../shared/access/compile/compile-access.ts';
import type { RequestOf } from '../../../../shared/access/compile/request-of.ts';
import {
  type AccessWorld,
  type ContextChoice,
  OPEN_CONTEXT,
} from '../../../../shared/access/world/access-world.ts';
import { requestOf } from '../../../../shared/access/world/request-of.ts';
import type { Instant } from '../../../../shared/model/period.ts';

/** Decisions under what a reader fixes of a request; compiled when they are asked for, a few are kept. */
export type Compiled = (choice: ContextChoice) => CompiledAccess;

/** What is compiled. */
export interface CompiledFrom {
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
  /** When the calls would be made. */
  readonly at: Instant;
}

/** How many choices are kept beside the open one: the last ones that a reader looked at. */
const KEPT = 4;

/** Compiles for each choice once; others than the open one follow from it. */
export function keptCompilations({ world, catalogue, at }: CompiledFrom): Compiled {
  const open = compileAccess({ world, catalogue, requestOf: askedIn(world, OPEN_CONTEXT, at) });
  const kept = new Map<string, CompiledAccess>();
  return (choice) => {
    const key = keyOf(choice);
    if (key === keyOf(OPEN_CONTEXT)) return open;
    const access = kept.get(key) ?? underChoice(open, choice, at);
    kept.delete(key);
    kept.set(key, access);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    return access;
  };
}

/** The requests of a world under a choice. */
export function askedIn(world: AccessWorld, choice: ContextChoice, at: Instant): RequestOf {
  return (asked) => requestOf({ ...asked, world, choice, at });
}

function underChoice(open: CompiledAccess, choice: ContextChoice, at: Instant): CompiledAccess {
  const { world, catalogue } = open.input;
  const asked = askedIn(world, choice, at);
  if (choice.assumeUnreadAllows) return compileAccess({ world, catalogue, requestOf: asked });
  return open.again({ world, requestOf: asked, changedKeys: Object.keys(choice.keys) });
}

function keyOf({ keys, assumeUnreadAllows }: ContextChoice): string {
  const sorted = Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted, assumeUnreadAllows]);
}
