import { ArrayMaxSize, IsArray, IsString, Length } from 'class-validator';

export class WebhookEventsDto {
  /** Names out of `groups`; an empty list turns events off. */
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  events!: string[];
}
