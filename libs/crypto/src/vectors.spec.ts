import { describe, expect, test } from '@jest/globals';
import { CiphertextMoved } from './errors.js';
import { hkdfSha256 } from './hkdf.js';
import { decryptAesGcm, encryptAesGcm } from './sealed-box.js';

const hex = (text: string) => Buffer.from(text, 'hex');
const range = (from: number, to: number) =>
  Buffer.from(Array.from({ length: to - from }, (_, index) => from + index));

/**
 * NIST CAVP, gcmtestvectors.zip, gcmEncryptExtIV256.rsp: [Keylen 256, IVlen 96, Taglen 128], Count 0 of three
 * groups.
 */
const encryptVectors = [
  {
    group: 'PT 128, AAD 128',
    key: '92e11dcdaa866f5ce790fd24501f92509aacf4cb8b1339d50c9c1240935dd08b',
    nonce: 'ac93a1a6145299bde902f21a',
    plaintext: '2d71bcfa914e4ac045b2aa60955fad24',
    context: '1e0889016f67601c8ebea4943bc23ad6',
    ciphertext: '8995ae2e6df3dbf96fac7b7137bae67f',
    tag: 'eca5aa77d51d4a0a14d9c51e1da474ab',
  },
  {
    group: 'PT 128, AAD 160',
    key: '83688deb4af8007f9b713b47cfa6c73e35ea7a3aa4ecdb414dded03bf7a0fd3a',
    nonce: '0b459724904e010a46901cf3',
    plaintext: '33d893a2114ce06fc15d55e454cf90c3',
    context: '794a14ccd178c8ebfd1379dc704c5e208f9d8424',
    ciphertext: 'cc66bee423e3fcd4c0865715e9586696',
    tag: '0fb291bd3dba94a1dfd8b286cfb97ac5',
  },
  {
    group: 'PT 408, AAD 128',
    key: '5fe01c4baf01cbe07796d5aaef6ec1f45193a98a223594ae4f0ef4952e82e330',
    nonce: 'bd587321566c7f1a5dd8652d',
    plaintext:
      '881dc6c7a5d4509f3c4bd2daab08f165ddc204489aa8134562a4eac3d0bcad7965847b102733bb63d1e5c598ece0c3e5dadddd',
    context: '9013617817dda947e135ee6dd3653382',
    ciphertext:
      '16e375b4973b339d3f746c1c5a568bc7526e909ddff1e19c95c94a6ccff210c9a4a40679de5760c396ac0e2ceb1234f9f5fe26',
    tag: 'abd3d26d65a6275f7a4f56b422acab49',
  },
];

/**
 * The same archive, gcmDecrypt256.rsp: [256, 96, PT 0, AAD 128, tag 128] Count 0, and three that the file
 * marks FAIL.
 */
const decryptVectors = [
  {
    key: '6dfdafd6703c285c01f14fd10a6012862b2af950d4733abb403b2e745b26945d',
    nonce: '3749d0b3d5bacb71be06ade6',
    context: 'c0d249871992e70302ae008193d1e89f',
    ciphertext: '',
    tag: '4aa4cc69f84ee6ac16d9bfb4e05de500',
    plaintext: '',
  },
  {
    key: '2c392a5eb1a9c705371beda3a901c7c61dca4d93b4291de1dd0dd15ec11ffc45',
    nonce: '0723fb84a08f4ea09841f32a',
    context: '140be561b6171eab942c486a94d33d43',
    ciphertext: '',
    tag: 'aa0e1c9b57975bfc91aa137231977d2c',
    plaintext: undefined,
  },
  {
    key: 'c997768e2d14e3d38259667a6649079de77beb4543589771e5068e6cd7cd0b14',
    nonce: '835090aed9552dbdd45277e2',
    context: '',
    ciphertext: '9f6607d68e22ccf21928db0986be126e',
    tag: 'f32617f67c574fd9f44ef76ff880ab9f',
    plaintext: undefined,
  },
  {
    key: 'e9d381a9c413bee66175d5586a189836e5c20f5583535ab4d3f3e612dc21700e',
    nonce: '23e81571da1c7821c681c7ca',
    context: '6f39c9ae7b8e8a58a95f0dd8ea6a9087cbccdfd6',
    ciphertext:
      'a25f3f580306cd5065d22a6b7e9660110af7204bb77d370f7f34bee547feeff7b32a596fce29c9040e68b1589aad48da881990',
    tag: '5b6dcd70eefb0892fab1539298b92a4b',
    plaintext: undefined,
  },
];

describe('AES-256-GCM against NIST CAVP vectors', () => {
  test.each(encryptVectors)('seals $group as published, and opens it', (vector) => {
    const sealed = encryptAesGcm(
      hex(vector.key),
      hex(vector.nonce),
      hex(vector.context),
      hex(vector.plaintext),
    );
    expect(sealed.toString('hex')).toBe(vector.ciphertext + vector.tag);
    expect(
      decryptAesGcm(hex(vector.key), hex(vector.nonce), hex(vector.context), sealed).toString('hex'),
    ).toBe(vector.plaintext);
  });

  test.each(decryptVectors)('opens or refuses as published (%#)', (vector) => {
    const decrypt = () =>
      decryptAesGcm(
        hex(vector.key),
        hex(vector.nonce),
        hex(vector.context),
        hex(vector.ciphertext + vector.tag),
      );
    if (vector.plaintext === undefined) expect(decrypt).toThrow(CiphertextMoved);
    else expect(decrypt().toString('hex')).toBe(vector.plaintext);
  });
});

/** RFC 5869, appendix A.1 to A.3. */
const hkdfVectors = [
  {
    name: 'A.1',
    secret: Buffer.alloc(22, 0x0b),
    salt: range(0x00, 0x0d),
    info: range(0xf0, 0xfa),
    derived: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  },
  {
    name: 'A.2',
    secret: range(0x00, 0x50),
    salt: range(0x60, 0xb0),
    info: range(0xb0, 0x100),
    derived:
      'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09' +
      'da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
  },
  {
    name: 'A.3',
    secret: Buffer.alloc(22, 0x0b),
    salt: Buffer.alloc(0),
    info: Buffer.alloc(0),
    derived: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  },
];

describe('HKDF-SHA-256 against RFC 5869', () => {
  test.each(hkdfVectors)('$name', ({ secret, salt, info, derived }) => {
    expect(hkdfSha256(secret, salt, info, derived.length / 2).toString('hex')).toBe(derived);
  });
});
