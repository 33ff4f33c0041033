import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { KEY } from './platform/once-per-key.js';
import { Problem } from './platform/problem.view.js';

/** The API as an OpenAPI document: `/docs` shows it, the web client's types are made of it. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Mặt Bằng')
    .setDescription('Theo dõi bồi thường, giải phóng mặt bằng, di chuyển mộ và đơn thư của UBND phường')
    .setVersion('0.1.0')
    .addCookieAuth('matbang')
    .addGlobalResponse({
      status: 'default',
      description: 'Refused, or failed',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    })
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    extraModels: [Problem],
    operationIdFactory: (_controller, method) => method,
  });
  for (const path of Object.values(document.paths))
    for (const operation of [path.post, path.put, path.patch, path.delete])
      if (operation) operation.parameters = [...(operation.parameters ?? []), keyParameter];
  return document;
}

/** Of every write, whatever its route: `platform/once-per-key.ts`. */
const keyParameter = {
  name: KEY,
  in: 'header',
  required: false,
  description: 'The same key with the same request gives the first answer again and writes nothing.',
  schema: { type: 'string', maxLength: 200 },
} as const;
