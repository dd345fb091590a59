import { maybe, type Namer, namer } from './namers.ts';

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
    maybe(settings.read ? settings.value.kmsKeyArn : null, { by: guardrailArn }),
  ),
  namer('trails', ({ kmsKeyArn, trailArn }) => maybe(kmsKeyArn, { by: trailArn })),
  namer('log-groups', ({ kmsKeyArn, arn }) => maybe(kmsKeyArn, { by: arn })),
  namer('buckets', ({ encryption, name, region }) =>
    maybe(encryption.read ? encryption.value?.kmsKey : null, {
      by: name,
      itemRegion: region.read ? region.value : null,
    }),
  ),
];

/** Whether a key is one of a Region: by its ARN, else by where the item is that names it. */
export function isKeyOf(region: string, { name, itemRegion }: NamedKey): boolean {
  if (name.startsWith('arn:')) return name.split(':')[3] === region;
  return itemRegion === undefined || itemRegion === region;
}
