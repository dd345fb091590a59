import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';
import type { ApiContext, ApiPart } from '../context.ts';
import type { AccessBase, AccessBases } from './access-base.ts';
import { apiKeys } from './api-keys.ts';
import { preflightAnswer } from './call-gates.ts';
import { changeAnswer } from './change.ts';
import { findPrincipal } from './find.ts';
import { leastPrivilegeAnswer } from './least-privilege.ts';
import { lintFound } from './lint.ts';
import { accessMatrix } from './matrix.ts';
import { policiesFound } from './policies-found.ts';
import { explanation, policiesOf, whatCanAnswer, whoCanAnswer } from './questions.ts';
import { unusedAccess } from './unused.ts';

type AccessMethod =
  | 'access.matrix'
  | 'access.who-can'
  | 'access.what-can'
  | 'access.explain'
  | 'access.preflight'
  | 'access.policies'
  | 'access.keys'
  | 'access.unused'
  | 'access.least-privilege'
  | 'access.lint'
  | 'access.lint-found'
  | 'access.policies-found'
  | 'access.change';

/** Who may call which model, why, and what of it is used. */
export function accessApi(context: ApiContext, bases: AccessBases): ApiPart<AccessMethod> {
  const over =
    <I, A>(answer: (base: AccessBase, input: I) => A) =>
    async (input: I): Promise<A> =>
      answer(await bases(), input);
  return {
    'access.matrix': over(accessMatrix),
    'access.who-can': over(whoCanAnswer),
    'access.what-can': over(whatCanAnswer),
    'access.explain': over(explanation),
    'access.preflight': over(preflightAnswer),
    'access.policies': over((base, { principalArn }) =>
      policiesOf(findPrincipal(base, principalArn)),
    ),
    'access.keys': async () => apiKeys(await bases(), context.workspace().store),
    'access.unused': async ({ days }) => unusedAccess(await bases(days)),
    'access.least-privilege': async (input) => leastPrivilegeAnswer(await bases(input.days), input),
    'access.lint': async ({ document, kind }) => lintPolicy(document, kind),
    'access.lint-found': over(lintFound),
    'access.policies-found': over(policiesFound),
    'access.change': over(changeAnswer),
  };
}
