import { BedrockClient, ListGuardrailsCommand } from '@aws-sdk/client-bedrock';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterEach, expect, test } from 'vitest';
import { accountForTests, type ClientConfig } from '../../../helpers/simulated-client.ts';
import { createSmallWorld } from '../../../helpers/small-world/small-world.ts';

let clockMs = 0;
const account = accountForTests(createSmallWorld(), {
  // LookupEvents allows two requests a second.
  clock: () => {
    clockMs += 1_000;
    return clockMs;
  },
});
afterEach(() => account.faults().clear());

interface Page {
  readonly items: readonly unknown[] | undefined;
  readonly next: string | undefined;
}

type ReadPage = (config: ClientConfig, token: string | undefined) => Promise<Page>;

/** One paginated operation of each protocol. */
const lists: Readonly<Record<string, ReadPage>> = {
  'bedrock:ListGuardrails': async (config, nextToken) => {
    const page = await new BedrockClient(config).send(new ListGuardrailsCommand({ nextToken }));
    return { items: page.guardrails, next: page.nextToken };
  },
  'cloudtrail:LookupEvents': async (config, NextToken) => {
    const page = await new CloudTrailClient(config).send(new LookupEventsCommand({ NextToken }));
    return { items: page.Events, next: page.NextToken };
  },
  'cloudwatch:ListMetrics': async (config, NextToken) => {
    const page = await new CloudWatchClient(config).send(new ListMetricsCommand({ NextToken }));
    return { items: page.Metrics, next: page.NextToken };
  },
  'iam:GetAccountAuthorizationDetails': async (config, Marker) => {
    const command = new GetAccountAuthorizationDetailsCommand({ Marker });
    const page = await new IAMClient(config).send(command);
    return { items: page.UserDetailList, next: page.IsTruncated ? page.Marker : undefined };
  },
  's3:ListObjectsV2': async (config, ContinuationToken) => {
    const command = new ListObjectsV2Command({ Bucket: 'small-logs', ContinuationToken });
    const page = await new S3Client(config).send(command);
    return {
      items: page.Contents,
      next: page.IsTruncated ? page.NextContinuationToken : undefined,
    };
  },
};

test.each(Object.entries(lists))(
  '%s never ends, with a new token each time',
  async (name, read) => {
    const first = await read(account.config(), undefined);
    account.faults().set(name, { kind: 'endless' });
    const tokens: (string | undefined)[] = [];
    for (let page = 0; page < 4; page += 1) {
      const { items, next } = await read(account.config(), tokens.at(-1));
      expect(items).toEqual(first.items);
      tokens.push(next);
    }
    expect(new Set(tokens).size).toBe(4);
    expect(tokens).not.toContain(undefined);
  },
);
