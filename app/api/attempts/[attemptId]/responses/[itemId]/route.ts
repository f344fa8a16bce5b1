import { saveResponse } from '@/server/attempts/save-response'

export const PUT = saveResponse
