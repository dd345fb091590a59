import { gzipSync } from 'node:zlib';
import type { WorldObject } from '../../../../electron/backend/demo/world/world.ts';
import { REGION } from './source-setup.ts';

/** Where the organisation's trail writes to. */
export const ORG = 'org/AWSLogs/o-small00001';
export const TODAY = '2026-11-20';

/** A compressed object. */
export function object(key: string, body: string): WorldObject {
  return { key, lastModified: `${TODAY}T10:00:00Z`, body: () => gzipSync(body) };
}

/** A trail file of two events of one day. */
export function trailFile(accountId: string, day: string): WorldObject {
  const stamp = `${day.replaceAll('-', '')}T0930Z`;
  const path = `${ORG}/${accountId}/CloudTrail/${REGION}/${day.replaceAll('-', '/')}`;
  const record = (index: number) => ({
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${accountId}:user/a` },
    eventID: `${accountId}-${day}-${index}`,
    eventTime: `${day}T09:0${index}:00Z`,
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: REGION,
    recipientAccountId: accountId,
    requestID: `r-${accountId}-${day}-${index}`,
    eventCategory: 'Management',
  });
  const name = `${accountId}_CloudTrail_${REGION}_${stamp}_AbCdEfGhIjKlMnOp.json.gz`;
  return object(`${path}/${name}`, JSON.stringify({ Records: [record(0), record(1)] }));
}

/** A file of one invocation of one day. */
export function invocationFile(accountId: string, day: string): WorldObject {
  const path = `org/AWSLogs/${accountId}/BedrockModelInvocationLogs/${REGION}/${day.replaceAll('-', '/')}/09`;
  const record = {
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: `${day}T09:00:00Z`,
    accountId,
    region: REGION,
    requestId: `r-${accountId}-${day}-0`,
    operation: 'Converse',
    modelId: 'anthropic.claude-haiku-5-5',
    identity: { arn: `arn:aws:iam::${accountId}:user/a` },
    input: { inputContentType: 'application/json', inputTokenCount: 7 },
    output: { outputContentType: 'application/json', outputTokenCount: 3 },
  };
  return object(
    `${path}/20261120T090000000Z_0123456789abcdef.json.gz`,
    `${JSON.stringify(record)}\n`,
  );
}
