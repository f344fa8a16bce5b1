const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** A file to keep. `plainName` serves those who cannot read `name`, which may be Chinese; neither has an ending. */
export function fileResponse(body: ReadableStream<Uint8Array>, plainName: string, name: string, format: keyof typeof types): Response {
  return new Response(body, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${plainName}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    },
  })
}
