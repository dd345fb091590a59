import { describe, expect, it } from 'vitest';
import { startPageServer } from '../../electron/server/index.ts';
import { fakeBackend } from '../helpers/fake-backend.ts';
import { rawRequest, silentLog, withPageServer } from '../helpers/page-server.ts';

describe('the page server serves the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/spend?from=2026-11-01', 'text/html; charset=utf-8', 'no-cache'],
    ['/findings/guardrail-blocks-prompt-attacks', 'text/html; charset=utf-8', 'no-cache'],
    [
      '/assets/app-1a2b.js',
      'text/javascript; charset=utf-8',
      'private, max-age=31536000, immutable',
    ],
  ])('%s', (target, contentType, caching) =>
    withPageServer(async ({ server }) => {
      const answer = await rawRequest(server.origin, { target });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe(contentType);
      expect(answer.headers['cache-control']).toBe(caching);
    }),
  );

  it('answers HEAD with the headers alone', () =>
    withPageServer(async ({ server }) => {
      const answer = await rawRequest(server.origin, { target: '/', method: 'HEAD' });
      expect(answer).toMatchObject({ status: 200, body: '' });
      expect(Number(answer.headers['content-length'])).toBeGreaterThan(0);
    }));

  it('says 404 for assets that are not there', () =>
    withPageServer(async ({ server }) => {
      expect((await rawRequest(server.origin, { target: '/assets/old-9.js' })).status).toBe(404);
    }));

  it('says so when the port is taken', () =>
    withPageServer(async ({ server, folder }) => {
      const port = Number(new URL(server.origin).port);
      const second = startPageServer({
        send: async () => ({ ok: true, value: null }),
        onEvent: fakeBackend().onEvent,
        pageFolder: folder,
        log: silentLog,
        port,
      });
      await expect(second).rejects.toMatchObject({
        code: 'io-failed',
        message: expect.stringContaining(`Port ${port}`),
      });
    }));
});
