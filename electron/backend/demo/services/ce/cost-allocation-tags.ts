import type { CostAllocationTag } from '../../../../../shared/model/dataset.ts';
import { textOf, textsOf } from '../../protocols/input.ts';
import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { cePage } from './ce-page.ts';

/** ListCostAllocationTags: a member account of an organisation is told none. */
export function listCostAllocationTags(call: Call): object {
  const all = call.world.costAllocationTags(call.identity.accountId);
  if (all === null) {
    const text = "Linked account doesn't have access to cost allocation tags.";
    throw new WireFault('AccessDeniedException', 400, text);
  }
  const keys = textsOf(call.input, 'TagKeys');
  const type = textOf(call.input, 'Type');
  const status = textOf(call.input, 'Status');
  const tags = all.filter(
    (tag) =>
      (keys.length === 0 || keys.includes(tag.key)) &&
      (type === undefined || tag.type === type) &&
      (status === undefined || statusOf(tag) === status),
  );
  const page = cePage(call, tags, { token: 'NextToken', largest: 1000 });
  return { CostAllocationTags: page.items.map(describeTag), NextToken: page.next };
}

function describeTag(tag: CostAllocationTag): object {
  return {
    TagKey: tag.key,
    Type: tag.type,
    Status: statusOf(tag),
    LastUpdatedDate: tag.lastUpdatedAt ?? undefined,
    LastUsedDate: tag.lastUsedAt ?? undefined,
  };
}

function statusOf({ active }: CostAllocationTag): string {
  return active ? 'Active' : 'Inactive';
}
