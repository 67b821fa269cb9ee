import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '#edge';
import { accessOf } from './access-of.js';

/** The version of the API itself; `/api/v1` is its first number. */
const apiVersion = '1.0.0';

/** The OpenAPI document of a built application. */
export function documentOf(app: INestApplication): OpenAPIObject {
  return describeApi(app, apiVersion, accessOf);
}
