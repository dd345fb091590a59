import type { Organization } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';

/**
 * Nothing where the account may read the organisation, as far as is known.
 * @throws CallFailure with the outcome of the tree, where that says the account is not told.
 */
export function requireReach(organization: Organization | undefined): void {
  const tree = organization?.tree;
  if (tree?.read === false && tree.outcome.status === 'unavailable') {
    throw new CallFailure(tree.outcome, null);
  }
}
