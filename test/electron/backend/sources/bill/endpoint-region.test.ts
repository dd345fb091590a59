import { describe, expect, it } from 'vitest';
import { createClients } from '../../../../../electron/backend/aws/clients.ts';
import { endpointRegion } from '../../../../../electron/backend/sources/bill/endpoint-region.ts';

function clientsOf(regions: readonly string[]) {
  return createClients({
    connection: {
      id: 'a',
      label: 'a',
      profile: null,
      roleArn: null,
      regions,
      endpointUrl: null,
      accountId: null,
      organization: null,
    },
    env: { HOME: '/nowhere' },
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
}

describe('where a bill is asked for', () => {
  it.each([
    ['eu-west-1', 'ce.us-east-1.amazonaws.com', 'bcm-data-exports.us-east-1.api.aws'],
    ['us-west-2', 'ce.us-east-1.amazonaws.com', 'bcm-data-exports.us-east-1.api.aws'],
    ['us-gov-east-1', 'ce.us-gov-west-1.amazonaws.com', 'bcm-data-exports.us-gov-east-1.api.aws'],
  ])('by a connection to %s is its partition', async (region, bill, exports) => {
    const clients = clientsOf([region]);
    const asked = { Region: endpointRegion(clients), UseFIPS: false, UseDualStack: false };
    const { config: ce } = await clients.costExplorer(asked.Region);
    const { config: files } = await clients.dataExports(asked.Region);
    expect(ce.endpointProvider(asked).url.hostname).toBe(bill);
    expect(files.endpointProvider(asked).url.hostname).toBe(exports);
    clients.close();
  });

  it('is anywhere without a Region', () => {
    expect(endpointRegion(clientsOf([]))).toBe('us-east-1');
  });
});
