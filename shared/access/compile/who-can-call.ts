import type { Decision } from '../evaluate/decide.ts';
import type { AccessPrincipal } from '../world/access-world.ts';
import type { CallFilter, CompiledAccess } from './compile-access.ts';

/** Who may call a model, surely or perhaps. */
export interface ModelCallers {
  /** Allowed first, then conditional, then unknown; each in the order of the world. */
  readonly callers: readonly {
    readonly principal: AccessPrincipal;
    readonly decision: Exclude<Decision['decision'], 'denied'>;
  }[];
  /** How many may not, of those whose account offers the model. */
  readonly denied: number;
}

const ORDER = ['allowed', 'conditional', 'unknown'] as const;

/** Everybody who may call a model. */
export function whoCanCall(
  access: CompiledAccess,
  modelId: string,
  filter: CallFilter,
): ModelCallers {
  const cells = access.input.world.principals.map((principal) => ({
    principal,
    decision: access.cell(principal, modelId, filter),
  }));
  return {
    callers: ORDER.flatMap((word) =>
      cells.flatMap(({ principal, decision }) =>
        decision === word ? [{ principal, decision: word }] : [],
      ),
    ),
    denied: cells.filter(({ decision }) => decision === 'denied').length,
  };
}
