import type { GetAccountDataRetentionResponse } from '@aws-sdk/client-bedrock';
import type { DataRetention } from '../../../../shared/model/dataset.ts';
import { instant, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';

/** The account's data retention in a Region; always one item. */
export const dataRetention: Collector<'data-retention'> = {
  dataset: 'data-retention',
  title: 'Data retention of the account',
  scope: 'region',
  iamActions: ['bedrock:GetAccountDataRetention'],
  collect: async ({ clients, region, call }) => {
    const answer = await call('bedrock:GetAccountDataRetention', async (options) =>
      (await clients.bedrock(region)).getAccountDataRetention({}, options),
    );
    return [toDataRetention(answer)];
  },
};

/** The mode, which AWS always tells. */
export function toDataRetention(answer: GetAccountDataRetentionResponse): DataRetention {
  return { mode: text(answer.mode, 'mode'), updatedAt: instant(answer.updatedAt) };
}
