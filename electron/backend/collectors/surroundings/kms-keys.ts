import type { GetKeyRotationStatusResponse, KeyMetadata, KMS } from '@aws-sdk/client-kms';
import type {
  KmsKey,
  KmsKeyDescription,
  KmsKeyRotation,
  Part,
} from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { isKeyOf, keyNamers, type NamedKey } from './key-namers.ts';
import { allTold, byName, type Told } from './namers.ts';
import { nullWhen } from './null-when.ts';

const AT_ONCE = 4;

/** The keys that Bedrock's configuration names, where they are; a multi-Region trail's key once. */
export const kmsKeys: Collector<'kms-keys'> = {
  dataset: 'kms-keys',
  title: 'KMS keys that Bedrock uses',
  scope: 'region',
  iamActions: ['kms:DescribeKey', 'kms:GetKeyRotationStatus'],
  follows: keyNamers.map(({ dataset }) => dataset),
  collect: async (context) => {
    const told = await allTold(context, keyNamers);
    const named = byName(told.filter((one) => isKeyOf(context.region, one)));
    if (named.size === 0) return [];
    const client = await context.clients.kms(context.region);
    return inParallel([...named], AT_ONCE, ([name, uses]) =>
      readKey(context, client, { name, uses: uses.map(toUse) }),
    );
  },
};

async function readKey(
  context: CollectContext,
  client: KMS,
  named: Pick<KmsKey, 'name' | 'uses'>,
): Promise<KmsKey> {
  const description = await context.part('kms:DescribeKey', async () => {
    const answer = await context.call('kms:DescribeKey', (options) =>
      nullWhen(['NotFoundException'], client.describeKey({ KeyId: named.name }, options)),
    );
    return answer?.KeyMetadata === undefined ? null : toKeyDescription(answer.KeyMetadata);
  });
  return { ...named, description, rotation: await readRotation(context, client, description) };
}

async function readRotation(
  { call, part }: CollectContext,
  client: KMS,
  description: Part<KmsKeyDescription | null>,
): Promise<Part<KmsKeyRotation | null>> {
  if (!description.read) return description;
  const key = description.value;
  if (key === null || !mayRotate(key)) return { read: true, value: null };
  return part('kms:GetKeyRotationStatus', async () =>
    toRotation(
      await call('kms:GetKeyRotationStatus', (options) =>
        client.getKeyRotationStatus({ KeyId: key.keyArn }, options),
      ),
    ),
  );
}

/** KMS rotates symmetric keys with material of its own; its answer for others is an error. */
function mayRotate({ manager, spec, origin }: KmsKeyDescription): boolean {
  return manager === 'CUSTOMER' && spec === 'SYMMETRIC_DEFAULT' && origin === 'AWS_KMS';
}

/** What a key is; a key without a manager is the customer's, as those made before the field. */
export function toKeyDescription(key: KeyMetadata): KmsKeyDescription {
  return {
    keyArn: text(key.Arn, 'KeyMetadata.Arn'),
    accountId: key.AWSAccountId ?? null,
    manager: key.KeyManager ?? 'CUSTOMER',
    state: key.KeyState ?? 'UNKNOWN',
    origin: key.Origin ?? 'UNKNOWN',
    multiRegion: key.MultiRegion ?? false,
    spec: key.KeySpec ?? key.CustomerMasterKeySpec ?? 'UNKNOWN',
    usage: key.KeyUsage ?? 'UNKNOWN',
    createdAt: instant(key.CreationDate),
    deletionAt: instant(key.DeletionDate),
  };
}

/** Whether a key rotates by itself, how often and when next. */
export function toRotation(answer: GetKeyRotationStatusResponse): KmsKeyRotation {
  return {
    enabled: answer.KeyRotationEnabled ?? false,
    periodDays: answer.RotationPeriodInDays ?? null,
    nextAt: instant(answer.NextRotationDate),
  };
}

function toUse({ dataset, by }: Told<NamedKey>): KmsKey['uses'][number] {
  return { dataset, by };
}
