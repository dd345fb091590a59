import { type Instant, msOfInstant } from '../../../../../shared/model/period.ts';
import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { requiredText } from '../../protocols/input.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldKey } from '../../world/surroundings/surroundings-world.ts';

/** AWS Key Management Service: what a key is and whether it rotates. */
export function kmsService(): Service {
  const protocol = awsJson({
    version: '1.1',
    codes: { ...JSON_CODES, internal: { code: 'KMSInternalException', status: 500 } },
  });
  return {
    name: 'kms',
    regional: true,
    operations: operations({
      DescribeKey: { action: 'kms:DescribeKey', resource: keyOf, run: describeKey },
      GetKeyRotationStatus: {
        action: 'kms:GetKeyRotationStatus',
        resource: keyOf,
        run: getKeyRotationStatus,
      },
    }),
    protocol: () => protocol,
  };
}

function keyOf(call: Call): string {
  const name = requiredText(call.input, 'KeyId');
  if (name.startsWith('arn:')) return name;
  const resource = name.startsWith('alias/') ? name : `key/${name}`;
  return `arn:aws:kms:${call.region}:${call.identity.accountId}:${resource}`;
}

function describeKey(call: Call): object {
  const { description } = findKey(call);
  const customer = description.manager === 'CUSTOMER';
  return {
    KeyMetadata: {
      AWSAccountId: description.accountId,
      KeyId: idOf(description.keyArn),
      Arn: description.keyArn,
      CreationDate: seconds(description.createdAt),
      Enabled: description.state === 'Enabled',
      Description: '',
      KeyUsage: description.usage,
      KeyState: description.state,
      DeletionDate: seconds(description.deletionAt),
      Origin: description.origin,
      KeyManager: description.manager,
      CustomerMasterKeySpec: description.spec,
      KeySpec: description.spec,
      EncryptionAlgorithms:
        description.spec === 'SYMMETRIC_DEFAULT' ? ['SYMMETRIC_DEFAULT'] : undefined,
      MultiRegion: customer ? description.multiRegion : undefined,
    },
  };
}

function getKeyRotationStatus(call: Call): object {
  const name = requiredText(call.input, 'KeyId');
  if (name.includes('alias/')) {
    throw new WireFault('InvalidArnException', 400, `Invalid keyId '${name}'`);
  }
  const { description, rotation } = findKey(call);
  if (rotation === null) {
    const text = `${description.keyArn} origin or key spec does not support automatic rotation.`;
    throw new WireFault('UnsupportedOperationException', 400, text);
  }
  return {
    KeyId: description.keyArn,
    KeyRotationEnabled: rotation.enabled,
    RotationPeriodInDays: rotation.periodDays ?? undefined,
    NextRotationDate: seconds(rotation.nextAt),
  };
}

/** A key of this Region by id, ARN or alias; another account's only where its policy lets us. */
function findKey(call: Call): WorldKey {
  const arn = keyOf(call);
  const [, , , region = '', accountId = '', resource = ''] = arn.split(':');
  if (region !== call.region) throw notFound(`Invalid arn ${region}`);
  const found = call.world.kmsKeys(accountId, region).find(({ description, aliases }) => {
    return description.keyArn === arn || aliases.includes(resource);
  });
  const ours = accountId === call.identity.accountId;
  if (!ours && found?.shared !== true) throw refused(call, arn);
  if (found === undefined) {
    throw notFound(
      resource.startsWith('alias/') ? `Alias ${arn} is not found.` : `Key '${arn}' does not exist`,
    );
  }
  return found;
}

function refused(call: Call, arn: string): WireFault {
  const operation = call.request.headers['x-amz-target']?.split('.').pop() ?? '';
  const text = `User: ${call.identity.arn} is not authorized to perform: kms:${operation} on resource: ${arn} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
  return new WireFault('AccessDeniedException', 400, text);
}

function notFound(text: string): WireFault {
  return new WireFault('NotFoundException', 400, text);
}

function idOf(arn: string): string {
  return arn.split('/')[1] ?? '';
}

function seconds(time: Instant | null): number | undefined {
  return time === null ? undefined : msOfInstant(time) / 1000;
}
