import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/**
 * THE KEY OF A SIMULATION, of no use anywhere else: the digests of the simulated account are signed
 * with it, and nothing real ever was. It is fixed, so that the same world has the same signatures.
 */
const SIMULATED_KEY = {
  kty: 'RSA',
  n: [
    'xdk1utyUb3asee2z6AH2XQtMxmLP5pgniSZ1aWbCN-EQFIrquQQwqQ3aYm4slacv1l9-39CLdp-jSaJjJTsFO2',
    'MkmBaYTYLB-4A3iaAVsupgJ49BGkJo9o2OtvnFw6UewYe8Ef9B2xuPk5Z7AAHHoIbJL0Y_G1vBtDM5HiIgHAk8',
    'BlO1Pl_8KUHWKCnFVM4K7J7eVctiCOs1HhrGhlKJGrOC7R_og8m-cKNnINB0CMvBdVYA7rnbwMPUna4VUZhAfK',
    '3-D5ONvms2f2b-heb83RcRs1DDDs5In6x1OjszLBGX7w_Ognu3S2tPp2Ushj_qGF3pHIDmdl5AVYYxgjAMlw',
  ].join(''),
  e: 'AQAB',
  d: [
    'XZLBysMQoTcrk-9Mq2piLtdtVFbfpVxJNqCt30_ug6c6h7y8Dw1gRlR6-RrKk20jPuyjgQ-NJmmSPP1EjxM_Aj',
    't9z0DAf8hcHqshmUHRgXFAUPV8AQNvyUxiN0AivMmXpkigNpLXft2mJlOBkRtGYzHcbTN4HWRkVOn1Fb9mGFug',
    '1QriNSUSLY9N7dnFCosbiRaXPbI6AjygRoaZzs3wveWdIDobwWKzkhTjIIHPsQrnqXVAAp8dFcQB_nKHdiHF9P',
    'bOtizY_2BE_OBsGE60dhi9J2oIJ7U8F8HU5B0g8bAzsPS489lp2eZhbxbLYBjMFvQI9QhSIZ2LCQvEylk5gQ',
  ].join(''),
  p: [
    '5BGqEt5gdUDUct_gUpMDBXcz1_PamNvNOi4ioPT70KWbVssZKEKmXYsoHQzHnflq69tdmFGxA9XRkSJylBN6bT',
    'MsCD615rCuSO87Va9Q2ecMB6l0AK8B_LX_8wt23GxNzq9Hg2-pxLOqVTs4bzG3Jzln2QHdWB4Lt_TtN7PmWOc',
  ].join(''),
  q: [
    '3hQVLKHx6-lwbnBtw7oYJPlQuaLpSftXpChOTaEh3ahp6a5npbJ_zonEuDXjoqoqe8WrjbbozOjKOa6qfeaGyB',
    'kiyODLBtuT_iNWK2R8_Ur4WMNm9GCL4IC75e_ZRnjK-gjW2Lq5ptiA5JLCcNOoRsmvRDGfK0kYYhEONQ5LyNE',
  ].join(''),
  dp: [
    '03LRJMdJ1MvzbEHGP6iPP40B4vDyNZBr2MoXTvVzVkGEINcSDvKkPcwbt7s2g29QQzXRs7vhizW9I3s1kbXxZr',
    'bv1wEVMrmSDIrIjyuIoU4GKEBiDZQ0GnE-yL5TSA-dn8eAXQq08mrEvFq4etc0AMjHUDnbVqwcn0QUfvVq1fc',
  ].join(''),
  dq: [
    'aF2JwertdU_EbbJac0QuepnMLSF5fzImctgaTHMwJioydAZpYT5sv9SQ5X012EkeJAK2Z6gQ6dNwzgDe0MIYj0',
    'r4xOyXnUZt214h7cyQzLyBz70s0iXZNo1pQFsigfLcePrUdQ_zlYxjroel5z4g8_tuaZ7kTYRReCzJv3dTeDE',
  ].join(''),
  qi: [
    'SfkEwfawtCT9So_IJDoAlIMGoGTGbK4-e2ntfjr9PvOKAHy5RMGF-tnsS1Z5Oq2z9mAEEi3R1GKPM2-8hW_oeX',
    'dWO6m_xZ36Jno_yzF_6qgWM9tObM-ElVpmf0IHYflBGA3yJ59E2rnjij3DYRMMwCIV8FJCOeUjT581NlqOsUk',
  ].join(''),
};

/** What the simulated CloudTrail signs with. */
export const signingKey: KeyObject = createPrivateKey({ key: SIMULATED_KEY, format: 'jwk' });

/** The public half as `cloudtrail:ListPublicKeys` gives it: PKCS#1, DER. */
export const publicKeyDer: Buffer = createPublicKey(signingKey).export({
  type: 'pkcs1',
  format: 'der',
});

/** How digests name the key: 32 hex digits, as in AWS's samples. */
export const keyFingerprint: string = createHash('md5').update(publicKeyDer).digest('hex');
