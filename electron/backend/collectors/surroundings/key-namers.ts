import type { Agent, Flow, KnowledgeBase } from '../../../../shared/model/dataset.ts';
import { known, maybe, type Namer, namer } from './namers.ts';

/** A KMS key that an item names, and the item's ARN or name. */
export interface NamedKey {
  /** A key ARN, an alias ARN, a key id or an alias, as it was set. */
  readonly name: string;
  readonly by: string;
  /** The Region of the item where the dataset is of the whole account; absent elsewhere. */
  readonly itemRegion?: string | null;
}

/** Who names keys. */
export const keyNamers: readonly Namer<NamedKey>[] = [
  namer('guardrails', ({ settings, guardrailArn }) =>
    keys([known(settings)?.kmsKeyArn], guardrailArn),
  ),
  namer('automated-reasoning-policies', ({ detail, policyArn }) =>
    keys([known(detail)?.kmsKeyArn], policyArn),
  ),
  namer('trails', ({ kmsKeyArn, trailArn }) => keys([kmsKeyArn], trailArn)),
  namer('log-groups', ({ kmsKeyArn, arn }) => keys([kmsKeyArn], arn)),
  namer('buckets', ({ encryption, name, region }) =>
    maybe(known(encryption)?.kmsKey, { by: name, itemRegion: known(region) }),
  ),
  namer('custom-models', ({ modelArn, detail }) => keys([known(detail)?.modelKmsKeyArn], modelArn)),
  namer('imported-models', ({ modelArn, detail }) =>
    keys([known(detail)?.modelKmsKeyArn], modelArn),
  ),
  namer('marketplace-endpoints', ({ endpointArn, detail }) =>
    keys([known(detail)?.kmsEncryptionKey], endpointArn),
  ),
  namer('customization-jobs', ({ jobArn, detail }) =>
    keys([known(detail)?.outputModelKmsKeyArn], jobArn),
  ),
  namer('batch-jobs', ({ jobArn, outputKmsKeyId }) => keys([outputKmsKeyId], jobArn)),
  namer('evaluation-jobs', ({ jobArn, detail }) =>
    keys([known(detail)?.customerEncryptionKeyId], jobArn),
  ),
  namer('agents', agentKeys),
  namer('flows', flowKeys),
  namer('prompts', ({ promptArn, settings }) =>
    keys([known(settings)?.customerEncryptionKeyArn], promptArn),
  ),
  namer('knowledge-bases', knowledgeKeys),
  namer('action-group-functions', ({ name, settings }) => keys([known(settings)?.kmsKeyArn], name)),
  namer('vector-stores', ({ collectionArn, settings }) =>
    keys([known(settings)?.kmsKeyArn], collectionArn),
  ),
  namer('agentcore-gateways', ({ gatewayId, settings }) =>
    keys([known(settings)?.kmsKeyArn], gatewayId),
  ),
  namer('agentcore-policy-engines', ({ policyEngineArn, encryptionKeyArn }) =>
    keys([encryptionKeyArn], policyEngineArn),
  ),
  namer('agentcore-memories', ({ memoryArn, settings }) =>
    keys([known(settings)?.encryptionKeyArn], memoryArn),
  ),
];

function agentKeys({ agentId, versions }: Agent): readonly NamedKey[] {
  return versions.flatMap(({ settings }) => {
    const agent = known(settings);
    return keys([agent?.customerEncryptionKeyArn], agent?.agentArn ?? agentId);
  });
}

function flowKeys({ flowArn, versions }: Flow): readonly NamedKey[] {
  return keys(
    versions.map(({ settings }) => known(settings)?.customerEncryptionKeyArn),
    flowArn,
  );
}

function knowledgeKeys({ knowledgeBaseId, settings, dataSources }: KnowledgeBase) {
  const own = known(settings);
  const sources = (known(dataSources) ?? []).map((source) => known(source.settings)?.kmsKeyArn);
  return keys([own?.kmsKeyArn, ...sources], own?.knowledgeBaseArn ?? knowledgeBaseId);
}

function keys(names: readonly (string | null | undefined)[], by: string): readonly NamedKey[] {
  return names.flatMap((name) => maybe(name, { by }));
}

/** Whether a key is one of a Region: by its ARN, else by where the item is that names it. */
export function isKeyOf(region: string, { name, itemRegion }: NamedKey): boolean {
  if (name.startsWith('arn:')) return name.split(':')[3] === region;
  return itemRegion === undefined || itemRegion === region;
}
