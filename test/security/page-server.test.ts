import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../electron/server/http-api.ts';
import { rawRequest, withPageServer } from '../helpers/page-server.ts';

const call = (token: string, more: Record<string, string> = {}) => ({
  method: 'POST',
  target: '/api/settings.get',
  headers: { 'content-type': 'application/json', 'x-assay-token': token, ...more },
  body: '{}',
});

describe('the page server answers its own page', () => {
  it('calls with the token, with and without the headers of a browser', () =>
    withPageServer(async ({ server, token }) => {
      for (const more of [{}, { origin: server.origin, 'sec-fetch-site': 'same-origin' }]) {
        const answer = await rawRequest(server.origin, call(token, more));
        expect(answer.status).toBe(200);
        expect(JSON.parse(answer.body)).toMatchObject({ ok: true });
      }
    }));

  it('binds 127.0.0.1 and gives a token of 256 bits that differs each time', async () => {
    const first = await withPageServer(async ({ server, token }) => ({ server, token }));
    const second = await withPageServer(async ({ token }) => token);
    expect(first.server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(Buffer.from(first.token, 'base64url')).toHaveLength(32);
    expect(second).not.toBe(first.token);
  });

  it('puts the same strict headers on every kind of answer, and never CORS', () =>
    withPageServer(async ({ server, token }) => {
      for (const raw of [
        { target: '/' },
        { target: '/assets/none.js' },
        { target: '/', headers: { host: 'evil.example' } },
        { ...call(token), method: 'OPTIONS' },
        call(token, { origin: server.origin }),
      ]) {
        const { headers } = await rawRequest(server.origin, raw);
        const policy = headers['content-security-policy'] ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toMatch(/unsafe|\*|https?:/);
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
        });
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual(
          [],
        );
      }
    }));
});

describe('the page server refuses', () => {
  const hosts = ['evil.example', 'localhost:80', '127.0.0.1', '127.0.0.1.evil.example:80', '[::1]'];
  it.each(hosts)('the Host %s, for files and calls', (host) =>
    withPageServer(async ({ server, token, backend }) => {
      expect(await rawRequest(server.origin, call(token, { host }))).toMatchObject({ status: 421 });
      const file = await rawRequest(server.origin, { target: '/', headers: { host } });
      expect(file.status).toBe(421);
      expect(backend.calls).toEqual([]);
    }),
  );

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://localhost:3000'])(
    'the Origin %s, for files and calls',
    (origin) =>
      withPageServer(async ({ server, token, backend }) => {
        expect((await rawRequest(server.origin, call(token, { origin }))).status).toBe(403);
        const file = await rawRequest(server.origin, { target: '/', headers: { origin } });
        expect(file.status).toBe(403);
        expect(backend.calls).toEqual([]);
      }),
  );

  it.each(['cross-site', 'same-site'])('a %s fetch, for files, calls and events', (site) =>
    withPageServer(async ({ server, token, backend }) => {
      const headers = { 'sec-fetch-site': site, 'x-assay-token': token };
      expect((await rawRequest(server.origin, call(token, headers))).status).toBe(403);
      for (const target of ['/', '/api/events', '/assets/app-1a2b.js']) {
        expect((await rawRequest(server.origin, { target, headers })).status).toBe(403);
      }
      expect(backend.calls).toEqual([]);
    }),
  );

  it.each([
    ['no token', () => undefined],
    ['an empty token', () => ''],
    ['a wrong token of the same length', (token: string) => 'A'.repeat(token.length)],
    ['a prefix of the token', (token: string) => token.slice(0, -1)],
    ['the token twice', (token: string) => `${token}, ${token}`],
  ])('%s, for calls and events', (_, make) =>
    withPageServer(async ({ server, token, backend }) => {
      const wrong = make(token);
      const headers: Record<string, string> = wrong === undefined ? {} : { 'x-assay-token': wrong };
      const posted = await rawRequest(server.origin, {
        method: 'POST',
        target: '/api/settings.get',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
      expect(posted.status).toBe(403);
      expect(JSON.parse(posted.body)).toMatchObject({ ok: false });
      expect((await rawRequest(server.origin, { target: '/api/events', headers })).status).toBe(
        403,
      );
      expect(backend.calls).toEqual([]);
    }),
  );

  it('the token in the query instead of the header', () =>
    withPageServer(async ({ server, token }) => {
      const target = `/api/events?token=${token}`;
      expect((await rawRequest(server.origin, { target })).status).toBe(403);
    }));

  it.each([
    ['declared', {}],
    ['streamed', { 'transfer-encoding': 'chunked' }],
  ])('a body that is too large, %s', (_, more) =>
    withPageServer(async ({ server, token, backend }) => {
      const body = JSON.stringify({ folder: 'x'.repeat(MAX_BODY_BYTES) });
      const answer = await rawRequest(server.origin, { ...call(token, more), body });
      expect(answer.status).toBe(413);
      expect(backend.calls).toEqual([]);
    }),
  );

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 415],
    ['plain text', 'text/plain', 415],
    ['JSON that is none', 'application/json', 400],
  ])('%s as an argument', (_, contentType, status) =>
    withPageServer(async ({ server, token, backend }) => {
      const raw = { ...call(token, { 'content-type': contentType }), body: '{"a":' };
      expect((await rawRequest(server.origin, raw)).status).toBe(status);
      expect(backend.calls).toEqual([]);
    }),
  );

  it.each([
    ['GET', '/api/settings.get', 'POST'],
    ['OPTIONS', '/api/settings.get', 'POST'],
    ['POST', '/api/events', 'GET'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/index.html', 'GET, HEAD'],
  ])('%s %s, naming what is allowed', (method, target, allow) =>
    withPageServer(async ({ server, token }) => {
      const answer = await rawRequest(server.origin, { ...call(token), method, target });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe(allow);
    }),
  );
});

describe('the page server reads files of the page only', () => {
  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/../../secret.json',
    '/..%5csecret.json',
    '/%00secret.json',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/%zz',
    '/C:/secret.json',
    'http://127.0.0.1/secret.json',
  ])('and nothing through %s', (target) =>
    withPageServer(async ({ server }) => {
      const answer = await rawRequest(server.origin, { target });
      expect(answer.body).not.toContain('secret');
      expect(answer.body).not.toContain('root:');
    }),
  );

  it('and nothing through symbolic links, unknown types or folders', () =>
    withPageServer(async ({ server, folder }) => {
      await symlink(join(folder, 'secret.json'), join(folder, 'page', 'assets', 'link.json'));
      await symlink('loop.json', join(folder, 'page', 'assets', 'loop.json'));
      for (const target of ['/assets/link.json', '/assets/loop.json', '/notes.txt', '/assets/']) {
        const answer = await rawRequest(server.origin, { target });
        expect(answer.status, target).toBe(404);
        expect(answer.body).not.toContain('"secret"');
      }
    }));
});
