import { describe, expect, it } from '@jest/globals';
import { stages } from './index.js';

describe('stages', () => {
  it('names each stage once', () => {
    expect(new Set(stages).size).toBe(stages.length);
  });
});
