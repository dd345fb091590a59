import { requiredText } from '../../protocols/input.ts';
import { type Call, operations } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { forManagement } from './organization-access.ts';
import { organizationsPage } from './organizations-page.ts';

/** Tags of what the organisation consists of; this world has them on accounts alone. */
export const tagOperations = operations({
  ListTagsForResource: forManagement('organizations:ListTagsForResource', listTags),
});

function listTags(call: Call): object {
  const id = requiredText(call.input, 'ResourceId');
  const { units, accounts } = call.world.organizationTree;
  const known = [...units.map((unit) => unit.id), ...accounts.map((one) => one.accountId)];
  if (!known.includes(id)) {
    const text =
      "You specified a target that doesn't exist or isn't a member of your organization.";
    throw new WireFault('TargetNotFoundException', 400, text);
  }
  const tags = Object.entries(call.world.accountTags(id)).map(([Key, Value]) => ({ Key, Value }));
  const page = organizationsPage(call, tags);
  return { Tags: page.items, NextToken: page.next };
}
