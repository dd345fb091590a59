import type { LeastPrivilegeAnswer } from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { AccessBase } from './access-base.ts';
import { findPrincipal } from './find.ts';

/** The least policy of a principal, by what it was seen to call. */
export function leastPrivilegeAnswer(
  base: AccessBase,
  { principalArn }: Input<'access.least-privilege'>,
): LeastPrivilegeAnswer {
  throw new AppError('not-found', `${findPrincipal(base, principalArn).name} was not seen.`);
}
