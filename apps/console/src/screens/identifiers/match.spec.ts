import { describe, expect, test } from '@jest/globals';
import { matchOwnList } from './match.js';

const ada = { familyName: 'Okonkwo-Léger', givenNames: 'Ada Marie', birthDate: '2011-03-04' };

describe('one’s own list, matched without leaving the browser', () => {
  test.each([
    ['OKONKWO LEGER, Ada; 2011-03-04', 'sameNameAndDate'],
    ['Ada Okonkvo Léger 2011-03-04', 'likeNameAndDate'],
    ['Leger Okonkwo Ada', 'sameName'],
    ['Okonkwo Lager Ada', 'likeName'],
  ])('%s is found as %s', (line, likeness) => {
    expect(matchOwnList(['Somebody Else 2011-03-04', line], ada)).toEqual([{ line: 1, likeness }]);
  });

  test.each(['Okonkwo Léger Ada 2012-03-04', 'Okonkwo Léger Adam', 'Okonkwo', ''])('%p is not', (line) => {
    expect(matchOwnList([line], ada)).toEqual([]);
  });
});
