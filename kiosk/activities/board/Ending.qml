import "../../shell/room"

RoomEnding {}
