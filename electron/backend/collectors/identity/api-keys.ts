import type { ServiceSpecificCredentialMetadata } from '@aws-sdk/client-iam';
import type { ApiKey } from '../../../../shared/model/dataset.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { keyStatus } from './key-status.ts';

/** The service that Bedrock API keys are made for; keys of bedrock-mantle are the same ones. */
const BEDROCK = 'bedrock.amazonaws.com';
/** The console makes a user of such a name for every key that it makes. */
const MADE_FOR_KEY = 'BedrockAPIKey-';
const PAGE_SIZE = 1000;

/** Every long-term Bedrock API key of an account, of all users in one list. */
export const apiKeys: Collector<'api-keys'> = {
  dataset: 'api-keys',
  title: 'Bedrock API keys',
  scope: 'account',
  iamActions: ['iam:ListServiceSpecificCredentials'],
  collect: async ({ clients, region, call }) => {
    const pages = paginate(
      (Marker) =>
        call('iam:ListServiceSpecificCredentials', async (options) =>
          (await clients.iam(region)).listServiceSpecificCredentials(
            { ServiceName: BEDROCK, AllUsers: true, MaxItems: PAGE_SIZE, Marker },
            options,
          ),
        ),
      (page) => (page.IsTruncated === true ? page.Marker : undefined),
    );
    const keys: ApiKey[] = [];
    for await (const page of pages)
      keys.push(...list(page.ServiceSpecificCredentials).map(toApiKey));
    return keys;
  },
};

/** One credential as a dataset item; the name that it signs in with is left out. */
export function toApiKey(credential: ServiceSpecificCredentialMetadata): ApiKey {
  const userName = text(credential.UserName, 'ServiceSpecificCredentials.UserName');
  return {
    credentialId: text(
      credential.ServiceSpecificCredentialId,
      'ServiceSpecificCredentials.ServiceSpecificCredentialId',
    ),
    userName,
    madeForKey: userName.startsWith(MADE_FOR_KEY),
    alias: credential.ServiceCredentialAlias ?? null,
    status: keyStatus(credential.Status),
    createdAt: instant(credential.CreateDate),
    expiresAt: instant(credential.ExpirationDate),
  };
}
