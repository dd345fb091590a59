import { describe, expect, test } from 'vitest';
import {
  readToken,
  requestKey,
  writeToken,
} from '../../../../../electron/backend/demo/protocols/page.ts';
import { compileRoute, matchRoute } from '../../../../../electron/backend/demo/protocols/rest.ts';
import { xmlElement } from '../../../../../electron/backend/demo/protocols/xml.ts';

describe('XML', () => {
  const value = {
    Name: 'a<b & "c"\r',
    Count: 0,
    Off: false,
    None: undefined,
    List: ['x', { Y: 'y' }],
  };

  test('lists as members', () => {
    expect(xmlElement('R', value, 'member')).toBe(
      '<R><Name>a&lt;b &amp; &quot;c&quot;&#xD;</Name><Count>0</Count><Off>false</Off><List><member>x</member><member><Y>y</Y></member></List></R>',
    );
  });

  test('flat lists repeat the element', () => {
    expect(xmlElement('L', [1, 2], 'flat')).toBe('<L>1</L><L>2</L>');
    expect(xmlElement('L', [], 'flat')).toBe('');
  });
});

describe('routes', () => {
  const routes = [
    compileRoute({ operation: 'One', method: 'GET', template: '/things/{id}' }),
    compileRoute({ operation: 'Act', method: 'POST', template: '/things/{id}/version/{n}/act' }),
  ];

  test.each([
    ['GET', '/things/a%2Fb%3A0', { operation: 'One', labels: { id: 'a/b:0' } }],
    ['GET', '/things/x/', { operation: 'One', labels: { id: 'x' } }],
    ['POST', '/things/x/version/1/act', { operation: 'Act', labels: { id: 'x', n: '1' } }],
    ['POST', '/things/x', null],
    ['GET', '/things', null],
    ['GET', '/things/a/b', null],
    ['GET', '/things/%E0%A4%A', { operation: 'One', labels: { id: '%E0%A4%A' } }],
  ])('%s %s', (method, path, expected) => {
    expect(matchRoute(routes, { method, path })).toEqual(expected);
  });
});

describe('page tokens', () => {
  const key = requestKey({ b: 1, a: 'x', token: 't' }, 'account', ['token']);

  test('belong to a request, whatever the order of its parameters', () => {
    expect(requestKey({ a: 'x', b: 1 }, 'account', ['token'])).toBe(key);
    expect(requestKey({ a: 'x', b: 2 }, 'account', ['token'])).not.toBe(key);
    expect(requestKey({ a: 'x', b: 1 }, 'other', ['token'])).not.toBe(key);
  });

  test.each([
    '',
    'x',
    '!!!',
    Buffer.from('[1]').toString('base64url'),
    writeToken('other', { at: 1 }),
  ])('%s is no token of this request', (token) => {
    expect(readToken(token, key)).toBeNull();
  });

  test('carry a position and nothing negative', () => {
    expect(readToken(writeToken(key, { at: 5, skip: 0 }), key)).toEqual({ at: 5, skip: 0 });
    expect(readToken(writeToken(key, { at: -5 }), key)).toEqual({});
  });
});
